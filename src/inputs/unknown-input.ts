import type { Problem } from "../errors.ts";
import { nearest } from "./nearest.ts";

/** A name that is no input: on GitHub the runner only warns of it. */
export function unknownInput(name: string, known: readonly string[]): Problem {
  const near = nearest(name.replaceAll("_", "-"), known);
  const hint = near === undefined ? "See the README's table." : `Did you mean "${near}"?`;
  return { input: name, message: `there is no such input. ${hint}` };
}
