import { posix } from "node:path";
import { UnreadableFileError, usualLimit } from "../files/read-bounded.ts";
import { readWorkspaceFile } from "../files/workspace-file.ts";
import { parseGoVersion, versionFromFile } from "../inputs/go-version.ts";
import { imageRefText } from "../inputs/image-ref.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Report } from "./module-dirs.ts";

const versionFiles = ["go.work", "go.mod", ".go-version", ".tool-versions"];
const unknown = "golang:latest";

/** The image to run Go in: as given, or by the version that is given, or by the first version file that names one. */
export async function goImage(root: string, inputs: Inputs, dirs: readonly string[], report: Report): Promise<string> {
  if (inputs.goImage !== undefined) return imageRefText(inputs.goImage);
  if (inputs.goVersion !== undefined) return `golang:${inputs.goVersion}`;
  const files = inputs.goVersionFile === undefined ? usualFiles(dirs) : [inputs.goVersionFile];
  for (const file of files) {
    const text = await textOf(root, file, report);
    if (text === undefined) return unknown;
    const version = versionFromFile(file, text);
    if (version !== undefined) return imageOf(version, file, report);
  }
  const input = inputs.goVersionFile === undefined ? "go-version" : "go-version-file";
  const where = inputs.goVersionFile ?? "go.mod, .go-version or .tool-versions";
  const message = `no Go version is given, and none is found in ${where}. Set \`go-version\`, for instance "1.27".`;
  report({ input, message });
  return unknown;
}

/** Empty where there is none; undefined where it is reported. */
async function textOf(root: string, file: string, report: Report): Promise<string | undefined> {
  try {
    return (await readWorkspaceFile(root, file, { limit: usualLimit }))?.toString("utf8") ?? "";
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) return "";
    report({ input: "go-version-file", item: file, message: `${error.message}. Copy the file in.` });
    return undefined;
  }
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
