import { quoted } from "../quoted.ts";
import { relativePath } from "./relative-path.ts";
import { type Target, targetName } from "./target.ts";
import { checkTemplate, fillTemplate } from "./template.ts";

const outputKeys = ["name", "os", "arch", "variant", "version"];
const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i;

/** The `output` input: a path template below the workspace. */
export function outputTemplate(template: string): string {
  checkTemplate(template, outputKeys);
  const path = relativePath(template);
  if (!path.includes("/")) {
    throw new Error(
      `the binaries would lie among the sources. Write a folder, for instance "dist/${path === "." ? "{{name}}" : path}".`,
    );
  }
  const reserved = path.split("/").find((name) => windowsDevices.test(name) || /[. ]$/.test(name));
  if (reserved !== undefined) throw new Error(`Windows does not take the name ${quoted(reserved)}. Choose another.`);
  return path;
}

/** Where one binary goes, relative to the workspace. */
export function binaryPath(template: string, name: string, target: Target, version: string): string {
  const { os, arch, variant } = target;
  const safe = (value: string) => value.replace(/[^A-Za-z0-9._+-]+/g, "-").replace(/^[.-]+/, "");
  const path = fillTemplate(template, { name: safe(name), os, arch, variant, version: safe(version) });
  return os === "windows" && !path.endsWith(".exe") ? `${path}.exe` : path;
}

/** The binaries that would get the same path, in words; empty when all differ. */
export function pathCollisions(binaries: readonly { path: string; name: string; target: Target }[]): readonly string[] {
  const byPath = Map.groupBy(binaries, ({ path }) => path.toLowerCase());
  return [...byPath.values()]
    .filter((same) => same.length > 1)
    .map(
      (same) => `${same[0]?.path} (${same.map(({ name, target }) => `${name} for ${targetName(target)}`).join(", ")})`,
    );
}
