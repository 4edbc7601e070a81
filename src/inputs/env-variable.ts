import type { Parse } from "./parse.ts";

export interface EnvVariable {
  readonly name: string;
  /** Undefined: the value of the same name in the caller's environment. */
  readonly value: string | undefined;
}

const reserved = [
  { names: /^(GITHUB|ACTIONS|RUNNER)_/, why: "it is the runner's, and must not reach the code under test" },
  { names: /^(LD_.*|NODE_OPTIONS)$/, why: "it would load code into every program of its kind in the container" },
  { names: /^(GOOS|GOARCH|GOPATH|GOCACHE|GOTOOLCHAIN|HOME)$/, why: "the action sets it" },
  { names: /^GOENV$/, why: "tests could leave settings there for the commands after them" },
];

/** `NAME=value`, or `NAME` for the caller's own value. */
export const envVariable: Parse<EnvVariable> = (line) => {
  const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)(?:=(.*))?$/s.exec(line) ?? [];
  if (name === undefined)
    throw new Error('expected NAME=value, or NAME to pass on the caller\'s value. Write for instance "CI=true".');
  const rule = reserved.find(({ names }) => names.test(name));
  if (rule !== undefined) throw new Error(`${name} is reserved: ${rule.why}. Leave it out, or use another name.`);
  return { name, value };
};

/** What a message may tell of a variable: its name, for its value may be a secret. */
export function envName(line: string): string | undefined {
  return /^[A-Za-z_][A-Za-z0-9_]*(?==)/.exec(line)?.[0];
}
