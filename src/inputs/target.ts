import { allowOnly } from "./first-illegal.ts";
import { nearest } from "./nearest.ts";

/** What Go compiles for: `os/arch` or `os/arch/variant`, as in `linux/arm/v7` and `linux/amd64/v3`. */
export interface Target {
  readonly os: string;
  readonly arch: string;
  /** As written after the second slash: `v7`, `v3`, `softfloat`; empty for Go's default. */
  readonly variant: string;
}

/**
 * Every GOOS and GOARCH that a Go release from 1.8 to 1.27 names in `go tool dist list`.
 * Which pairs a given Go knows is asked of that Go.
 */
const goos =
  "aix android darwin dragonfly freebsd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows".split(
    " ",
  );
const goarch =
  "386 amd64 amd64p32 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm".split(" ");

/** How each architecture takes its variant: the variable of the go command, and the values it allows. */
const variants: Readonly<Record<string, { readonly variable: string; readonly values: readonly string[] }>> = {
  amd64: { variable: "GOAMD64", values: ["v1", "v2", "v3", "v4"] },
  arm: { variable: "GOARM", values: ["v5", "v6", "v7"] },
  arm64: {
    variable: "GOARM64",
    values: [
      "v8",
      "v8.0",
      "v8.1",
      "v8.2",
      "v8.3",
      "v8.4",
      "v8.5",
      "v8.6",
      "v8.7",
      "v8.8",
      "v8.9",
      "v9.0",
      "v9.1",
      "v9.2",
      "v9.3",
      "v9.4",
      "v9.5",
    ],
  },
  "386": { variable: "GO386", values: ["sse2", "softfloat"] },
  mips: { variable: "GOMIPS", values: ["hardfloat", "softfloat"] },
  mipsle: { variable: "GOMIPS", values: ["hardfloat", "softfloat"] },
  mips64: { variable: "GOMIPS64", values: ["hardfloat", "softfloat"] },
  mips64le: { variable: "GOMIPS64", values: ["hardfloat", "softfloat"] },
  ppc64: { variable: "GOPPC64", values: ["power8", "power9", "power10"] },
  ppc64le: { variable: "GOPPC64", values: ["power8", "power9", "power10"] },
  riscv64: { variable: "GORISCV64", values: ["rva20u64", "rva22u64", "rva23u64"] },
};

/** Reads one target; throws a reason with its remedy. */
export function parseTarget(text: string): Target {
  allowOnly(/[A-Za-z0-9._/]/, text, "a target", "linux/amd64");
  const [os = "", arch = "", variant = "", ...rest] = text.split("/");
  if (arch === "" || rest.length > 0) {
    throw new Error(
      'a target is written GOOS/GOARCH or GOOS/GOARCH/variant, and there is no "all". Write for instance "linux/amd64".',
    );
  }
  if (text !== text.toLowerCase()) throw new Error(`targets are lower case. Write "${text.toLowerCase()}".`);
  if (goarch.includes(os) && goos.includes(arch)) throw new Error(`the two parts are swapped. Write "${arch}/${os}".`);
  if (!goos.includes(os)) throw new Error(unknown("GOOS", os, goos));
  if (!goarch.includes(arch)) throw new Error(unknown("GOARCH", arch, goarch));
  checkVariant(os, arch, variant);
  return { os, arch, variant };
}

function checkVariant(os: string, arch: string, variant: string): void {
  const allowed = variants[arch]?.values ?? [];
  if (variant === "" || allowed.includes(variant)) return;
  throw new Error(
    allowed.length === 0
      ? `${arch} has no variants. Write "${os}/${arch}".`
      : `${arch} has no variant "${variant}". Use one of ${allowed.join(", ")}.`,
  );
}

function unknown(kind: string, got: string, known: readonly string[]): string {
  const near = nearest(got, known);
  return `unknown ${kind} "${got}"${near === undefined ? "." : `; did you mean "${near}"?`} Run "go tool dist list" for all.`;
}

/** `linux/arm/v7`. */
export function targetName({ os, arch, variant }: Target): string {
  return variant === "" ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}

/** The variable by which the go command is told the variant; undefined where the target names none. */
export function variantVariable({ arch, variant }: Target): string | undefined {
  return variant === "" ? undefined : variants[arch]?.variable;
}

/** What the go command needs in its environment to compile for the target. */
export function targetEnv(target: Target): Readonly<Record<string, string>> {
  const { os, arch, variant } = target;
  const variable = variantVariable(target);
  return { GOOS: os, GOARCH: arch, ...(variable === undefined ? {} : { [variable]: goVariant(arch, variant) }) };
}

/** GOARM is a bare number, and GOARM64 wants the minor version that an OCI platform leaves out. */
function goVariant(arch: string, variant: string): string {
  if (arch === "arm") return variant.slice(1);
  return arch === "arm64" && variant === "v8" ? "v8.0" : variant;
}

/** The OCI platform on which the target's binary runs. `amd64/v1` and `arm64/v8` are the defaults, and left out. */
export function targetPlatform(target: Target): string {
  const { os, arch, variant } = target;
  if (arch === "arm") return `${os}/arm/${variant === "" ? "v7" : variant}`;
  return arch === "amd64" && variant !== "" && variant !== "v1" ? targetName(target) : `${os}/${arch}`;
}
