import { firstIllegal } from "./first-illegal.ts";
import { stageName } from "./image-build.ts";
import type { Parse } from "./parse.ts";
import { relativePath } from "./relative-path.ts";

/** A file or folder of a stage that a build leaves behind, and where it goes below the workspace. */
export interface ImageExtract {
  readonly stage: string;
  /** As COPY takes it. */
  readonly path: string;
  readonly file: string;
}

/** `test:/src/cover.out -> reports/image-cover.out` */
export const imageExtract: Parse<ImageExtract> = (line) => {
  const [, stage, path, file] = /^([^:]+):\s*(.+?)\s*->\s*(.+)$/.exec(line) ?? [];
  if (stage === undefined || path === undefined || file === undefined)
    throw new Error(
      "expected `stage:path -> file`. Write for instance `test:/src/cover.out -> reports/image-cover.out`.",
    );
  const illegal = firstIllegal(path, /[^\p{Cc}"\\$]/u);
  if (illegal !== undefined) throw new Error(`${illegal} does not belong in a stage's path. Leave it out.`);
  const target = relativePath(file);
  if (target === ".") throw new Error("the workspace itself is no place for it. Write a file or a folder below it.");
  return { stage: stageName(stage.trim()), path, file: target };
};
