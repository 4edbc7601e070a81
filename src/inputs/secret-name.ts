/** The words by which a name says that its value is a secret; the first group also where it is run together with others. */
const words =
  /(?:^|[_-])(?:tokens?|secrets?|passw(?:or)?d|passphrase|pass|pwd|api_?keys?|keys?|credentials?|creds?|auth|authorization|bearer|pat|private|jwt|cookie|dsn|webhook)(?:[_-]|$)|(?:token|secret|passw(?:or)?d|passphrase|apikey|credentials?)$/i;

/** Where a shell is: no secret, and part of every path. */
const folders = /^(?:OLD)?PWD$/;

/** Whether the name of a variable says that its value is to be hidden. */
export function saysSecret(name: string): boolean {
  return words.test(name) && !folders.test(name);
}
