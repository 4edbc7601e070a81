import { access, chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder } from "./temp-project.ts";

/** A program that tells when it was started, and by whom. */
export interface Trap {
  /** Its absolute path. */
  readonly program: string;
  /** Settings of git's that make git start it, as text of a configuration. */
  readonly settings: string;
  /** Whether it was started. */
  sprung(): Promise<boolean>;
}

/** A trap on the host; `.gitattributes` with `* filter=trap` belongs to it. */
export async function setTrap(): Promise<Trap> {
  const folder = await tempFolder();
  // Whoever springs it can write there.
  await chmod(folder, 0o777);
  const [program, mark] = [join(folder, "program"), join(folder, "sprung")];
  await writeFile(program, `#!/bin/sh\nenv >>${mark}\nexit 1\n`, { mode: 0o755 });
  return {
    program,
    settings: trapSettings(program),
    sprung: () =>
      access(mark).then(
        () => true,
        () => false,
      ),
  };
}

/** Every setting by which git starts a program while it only looks. */
export function trapSettings(program: string): string {
  return [
    `[core]\n\tfsmonitor = ${program}\n\tpager = ${program}\n\tsshCommand = ${program}\n\thooksPath = ${program}.d`,
    `[filter "trap"]\n\tclean = ${program}\n\tsmudge = ${program}\n\tprocess = ${program}\n\trequired = true`,
    `[diff "trap"]\n\ttextconv = ${program}\n\tcommand = ${program}`,
    `[diff]\n\texternal = ${program}\n[gpg]\n\tprogram = ${program}\n[log]\n\tshowSignature = true`,
    `[alias]\n\tstatus = !${program}\n\tdescribe = !${program}\n[credential]\n\thelper = !${program}\n`,
  ].join("\n");
}
