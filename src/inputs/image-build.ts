import type { Parse } from "./parse.ts";
import { relativePath } from "./relative-path.ts";

/** A file that a build may mount, and that no layer keeps. */
export interface ImageSecret {
  readonly id: string;
  /** The variable of the caller's that holds it, or the file below the workspace that does. */
  readonly from: { readonly env: string } | { readonly file: string };
}

/** As `docker build --secret` takes it: `id=npm,env=NPM_TOKEN`, `id=npm,src=.npmrc`, or the variable's name for both. */
export const imageSecret: Parse<ImageSecret> = (line) => {
  const [, bare] = /^(\w+)$/.exec(line) ?? [];
  if (bare !== undefined) return { id: bare, from: { env: bare } };
  const [, id, kind, from = ""] = /^id=([\w.-]+),(env|src)=(.+)$/.exec(line) ?? [];
  if (id === undefined)
    throw new Error("expected a secret as docker takes it. Write for instance `id=npm,env=NPM_TOKEN`.");
  if (kind === "src") return { id, from: { file: relativePath(from) } };
  if (!/^[A-Za-z_]\w*$/.test(from)) throw new Error("a variable's name has letters, digits and _ only.");
  return { id, from: { env: from } };
};

/** Whether a name says that its value is a secret. */
export const sayingSecret = (name: string) =>
  /(^|_)(token|secret|passw(or)?d|api_?key|private_?key|credentials?|auth)(_|$)/i.test(name);

/** `NAME=value`. Whoever has the image can read it, so that nothing secret may be one. */
export const buildArgument: Parse<string> = (line) => {
  const [, name] = /^([A-Za-z_]\w*)=/.exec(line) ?? [];
  if (name === undefined) throw new Error("expected NAME=value. Write for instance `VARIANT=full`.");
  if (sayingSecret(name))
    throw new Error(`${name} sounds like a secret, and the image would show it. Give it by \`image-secrets\`.`);
  return line;
};

/** What a message may tell of a build argument: its name. */
export const argumentName = (line: string) => /^\w+(?==)/.exec(line)?.[0];

/** The name of a stage in a Dockerfile. */
export const stageName: Parse<string> = (value) => {
  if (/^[A-Za-z0-9][\w.-]*$/.test(value)) return value;
  throw new Error("not the name of a stage. Write the one after `AS` in the Dockerfile.");
};

/** The name of a buildx builder. */
export const builderName: Parse<string> = (value) => {
  if (/^[A-Za-z][\w.-]*$/.test(value)) return value;
  throw new Error("not the name of a builder. `docker buildx ls` shows them.");
};
