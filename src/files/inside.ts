import { sep } from "node:path";

/** Whether a resolved path is the folder or below it. */
export function inside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
