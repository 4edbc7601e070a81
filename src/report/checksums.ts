import type { Binary } from "./report.ts";

/** What `sha256sum --check` reads in `directory`, sorted by name. `directory` is relative to the workspace. */
export function checksumsText(binaries: readonly Pick<Binary, "path" | "sha256">[], directory: string): string {
  return binaries
    .map(({ path, sha256 }) => ({ name: relative(directory, path), sha256 }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ name, sha256 }) => line(name, sha256))
    .join("");
}

// sha256sum marks a line with an escaped name by a backslash.
function line(name: string, sha256: string): string {
  const escaped = name.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `${escaped === name ? "" : "\\"}${sha256}  ${escaped}\n`;
}

function relative(directory: string, path: string): string {
  const from = parts(directory);
  const to = parts(path);
  const shared = from.findIndex((part, i) => part !== to[i]);
  const common = shared < 0 ? from.length : shared;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

const parts = (path: string) => path.split("/").filter((part) => part !== "" && part !== ".");
