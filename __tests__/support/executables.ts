import { readFile } from "node:fs/promises";

/** What the loader of an operating system reads first. */
export interface Executable {
  readonly format: "ELF" | "PE" | "Mach-O";
  /** The machine field: ELF's e_machine, PE's Machine, Mach-O's cputype. */
  readonly machine: number;
  /** An ELF file that names an interpreter is not static. */
  readonly interpreter: boolean;
}

export const machines = { elfAmd64: 62, peAmd64: 0x8664, machArm64: 0x0100000c };

/** Reads the header of a 64-bit little-endian executable. */
export async function readExecutable(path: string): Promise<Executable> {
  const bytes = await readFile(path);
  if (bytes.readUInt32BE(0) === 0x7f454c46) {
    return { format: "ELF", machine: bytes.readUInt16LE(18), interpreter: elfSegments(bytes).includes(3) };
  }
  if (bytes.readUInt32LE(0) === 0xfeedfacf) {
    return { format: "Mach-O", machine: bytes.readUInt32LE(4), interpreter: false };
  }
  const header = bytes.readUInt32LE(0x3c);
  if (bytes.toString("latin1", 0, 2) !== "MZ" || bytes.toString("latin1", header, header + 4) !== "PE\0\0") {
    throw new Error(`${path} is no executable: it begins with ${bytes.subarray(0, 8).toString("hex")}`);
  }
  return { format: "PE", machine: bytes.readUInt16LE(header + 4), interpreter: false };
}

/** The types in the program header table; 3 is PT_INTERP. */
function elfSegments(bytes: Buffer): readonly number[] {
  const offset = Number(bytes.readBigUInt64LE(32));
  const size = bytes.readUInt16LE(54);
  return Array.from({ length: bytes.readUInt16LE(56) }, (_, i) => bytes.readUInt32LE(offset + i * size));
}
