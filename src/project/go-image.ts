import { readFile, realpath } from "node:fs/promises";
import { join, posix } from "node:path";
import { parseGoVersion, versionFromFile } from "../inputs/go-version.ts";
import { imageRefText } from "../inputs/image-ref.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { inside, type Report } from "./module-dirs.ts";

const versionFiles = ["go.work", "go.mod", ".go-version", ".tool-versions"];
const unknown = "golang:latest";

/** The image to run Go in: as given, or by the version that is given, or by the first version file that names one. */
export async function goImage(root: string, inputs: Inputs, dirs: readonly string[], report: Report): Promise<string> {
  if (inputs.goImage !== undefined) return imageRefText(inputs.goImage);
  if (inputs.goVersion !== undefined) return `golang:${inputs.goVersion}`;
  const files = inputs.goVersionFile === undefined ? usualFiles(dirs) : [inputs.goVersionFile];
  for (const file of files) {
    const real = await realpath(join(root, file)).catch(() => undefined);
    if (real === undefined) continue;
    if (!inside(root, real)) {
      const message = "it is a link that leads outside the workspace. Copy the file in.";
      report({ input: "go-version-file", item: file, message });
      return unknown;
    }
    const version = versionFromFile(file, await readFile(real, "utf8").catch(() => ""));
    if (version !== undefined) return imageOf(version, file, report);
  }
  const input = inputs.goVersionFile === undefined ? "go-version" : "go-version-file";
  const where = inputs.goVersionFile ?? "go.mod, .go-version or .tool-versions";
  const message = `no Go version is given, and none is found in ${where}. Set \`go-version\`, for instance "1.27".`;
  report({ input, message });
  return unknown;
}

function usualFiles(dirs: readonly string[]): readonly string[] {
  return [...new Set([...dirs, "."])].flatMap((dir) => versionFiles.map((name) => posix.join(dir, name)));
}

function imageOf(version: string, file: string, report: Report): string {
  try {
    return `golang:${parseGoVersion(version)}`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({
      input: "go-version-file",
      item: file,
      message: `it says ${JSON.stringify(version.slice(0, 60))}: ${reason}`,
    });
    return unknown;
  }
}
