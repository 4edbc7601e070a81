import type { EnvVariable } from "../inputs/env-variable.ts";
import { saysSecret } from "../inputs/secret-name.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The variables that are passed on by their names alone, with the values that they have here. */
export function inheritedVariables(variables: readonly EnvVariable[], env: Env = process.env): readonly EnvVariable[] {
  return variables.filter(({ value }) => value === undefined).map(({ name }) => ({ name, value: env[name] }));
}

/** What says yes or no, or counts, is not secret, whatever its name. */
const noSecret = /^(?:true|false|yes|no|on|off|none|null|\d{1,5})$/i;

/** A word is hardly what somebody else could not guess; a workflow that writes it down does not hide it. */
const word = /^[a-z]+$/;

/** Others may have written what stands in a variable of another name, and are not to say what is hidden. */
const address =
  /(?:ur[il]|dsn|conn(?:ection)?(?:_?str(?:ing)?)?|database|db|proxy|remote|endpoint|host|server)s?(?:_|$)/i;

/**
 * What is to be hidden of the container's variables: the values whose names say so, and the password in an address. A
 * value that is passed on by its name alone is hidden also where it is a word.
 */
export function envSecrets(variables: readonly EnvVariable[], env: Env = process.env): readonly string[] {
  return variables.flatMap(({ name, value: written }) => {
    const value = written ?? env[name] ?? "";
    const hidden = saysSecret(name) && !noSecret.test(value) && (written === undefined || !word.test(value));
    return [...(hidden && value !== "" ? [value] : []), ...(address.test(name) ? passwords(value) : [])];
  });
}

/** `postgres://me:password@host/db`, as it is and as it is meant. */
function passwords(value: string): readonly string[] {
  return [...value.matchAll(/(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/gi)]
    .flatMap(([, password = ""]) => [password, decoded(password)])
    .filter((password) => !word.test(password));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
