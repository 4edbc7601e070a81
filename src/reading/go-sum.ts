/** One line of a go.sum: what a module, or its go.mod alone, has to hash to. */
export interface GoSum {
  readonly path: string;
  readonly version: string;
  readonly of: "module" | "go.mod";
  /** `h1:` and base64. */
  readonly hash: string;
}

/** Parses a go.sum or go.work.sum. What go itself would not take for a module is left out: such a name could lead away. */
export function parseGoSum(text: string): readonly GoSum[] {
  return text.split("\n").flatMap((line) => {
    const [, path = "", version = "", goMod, hash = ""] =
      /^(\S+) (v[\w.+-]+)(\/go\.mod)? (h1:[A-Za-z0-9+/]{43}=)\s*$/.exec(line) ?? [];
    const named = path !== "" && path.split("/").every((part) => /^[\w~-][\w.~+-]*$/.test(part));
    return named ? [{ path, version, of: goMod === undefined ? "module" : "go.mod", hash } as const] : [];
  });
}

/** As the module cache writes a path or a version: no two names differ by capitals alone. */
export function escapedName(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `!${capital.toLowerCase()}`);
}
