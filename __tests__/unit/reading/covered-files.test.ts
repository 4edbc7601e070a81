import { posix } from "node:path";
import { expect, it } from "vitest";
import { withoutFiles } from "../../../src/reading/covered-files.ts";

const files = [
  "m/a.go",
  "m/api/a.pb.go",
  "m/internal/mock/m.go",
  "m/internal/mock/deep/d.go",
  "m/sub/mock/x.go",
  "other.org/b.go",
];
const dirs = {
  m: "",
  "m/api": "api",
  "m/internal/mock": "internal/mock",
  "m/internal/mock/deep": "internal/mock/deep",
  "m/sub/mock": "sub/mock",
};
const text = (names: readonly string[]) => ["mode: set", ...names.map((file) => `${file}:1.1,2.2 1 1`), ""].join("\n");

it.each<[string[], string[], string[]]>([
  [[], [], []],
  [["*.pb.go"], ["m/api/a.pb.go"], []],
  [["mock"], ["m/internal/mock/m.go", "m/internal/mock/deep/d.go", "m/sub/mock/x.go"], []],
  [["internal/mock"], ["m/internal/mock/m.go", "m/internal/mock/deep/d.go"], []],
  [["internal/mock/"], ["m/internal/mock/m.go", "m/internal/mock/deep/d.go"], []],
  [["internal/mock/*.go"], ["m/internal/mock/m.go"], []],
  [["**/deep/**"], ["m/internal/mock/deep/d.go"], []],
  [["/a.go"], ["m/a.go"], []],
  [["./a.go"], ["m/a.go"], []],
  [["*.go"], files, []],
  [["other.org/b.go"], ["other.org/b.go"], []],
  [["m/a.go", "a.go", "nothing/**"], ["m/a.go"], ["m/a.go", "nothing/**"]],
])("%j leaves out %j, and %j is idle", (patterns, gone, idle) => {
  const result = withoutFiles(text(files), patterns, dirs, posix.matchesGlob);
  expect(result).toEqual({ profile: text(files.filter((file) => !gone.includes(file))), idle });
});
