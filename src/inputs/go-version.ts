import { coerce, lt } from "semver";
import { allowOnly } from "./first-illegal.ts";

/**
 * A Go version as a user writes it, to the tag of the `golang` image: `1.27`, `1.27.3`, `go1.27.3`, `v1.27`,
 * `1.27rc1`, `1.27-alpine`, `stable`.
 */
export function parseGoVersion(text: string): string {
  if (text === "stable" || text === "latest") return "latest";
  if (text.length > 64) throw new Error('too long for a Go version. Write for instance "1.27.3".');
  if (text.startsWith("-")) throw new Error('a version may not begin with "-". Write for instance "1.27.3".');
  if (/^golang:/i.test(text)) throw new Error("this is an image. Give it as `go-image`, or write the version alone.");
  allowOnly(/[A-Za-z0-9._+-]/, text, "a Go version", "1.27.3");
  const [, version, suffix = ""] =
    /^(?:go|v)?(\d+\.\d+(?:\.\d+)?(?:(?:rc|beta)\d+)?)(-[a-z0-9][a-z0-9.-]*)?$/.exec(text) ?? [];
  if (version === undefined) {
    throw new Error('not a Go version. Write for instance "1.27", "1.27.3", "1.8.1", "1.27-alpine" or "stable".');
  }
  if (/windowsservercore|nanoserver/.test(suffix)) throw new Error("this image is for Windows. Use a Linux one.");
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (major !== "1") throw new Error(`there is no Go ${major}. Write for instance "1.27".`);
  if (lt(coerce(version) ?? "0.0.0", "1.8.0")) {
    throw new Error(
      `Go ${version} is older than 1.8, the oldest that works. If you meant "1.${minor}0", quote it: YAML reads 1.${minor}0 as a number.`,
    );
  }
  return version + suffix;
}

/** The version that a version file asks for, or undefined when it names none. */
export function versionFromFile(name: string, content: string): string | undefined {
  if (/(^|\/)go\.(mod|work)$/.test(name)) {
    const toolchain = /^toolchain\s+go(\d\S*)\s*(?:\/\/.*)?$/m.exec(content)?.[1];
    return toolchain ?? /^go\s+(\d\S*)\s*(?:\/\/.*)?$/m.exec(content)?.[1];
  }
  if (/(^|\/)\.tool-versions$/.test(name)) return /^(?:golang|go)\s+(\S+)/m.exec(content)?.[1];
  return content
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line !== "" && !line.startsWith("#"));
}
