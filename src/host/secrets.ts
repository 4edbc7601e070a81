/** A secret under this length would take half of the log with it. */
const shortest = 4;

/**
 * All the ways in which a secret turns up in what others print: as it is, by its lines, in base64, in an address, in
 * JSON; and with its user as the registries' clients send it. Longest first, so that none is hidden by a part of it.
 */
export function secretForms(secret: string, user?: string): readonly string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= shortest);
  const alone = secret.length < shortest ? [] : [secret, ...lines].flatMap(encoded);
  const withUser = user === undefined ? [] : [base64(`${user}:${secret}`), `${user}:${secret}`];
  return [...new Set([...alone, ...withUser])].sort((a, b) => b.length - a.length);
}

function encoded(text: string): readonly string[] {
  return [
    text,
    base64(text),
    base64(text).replace(/=+$/, ""),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
