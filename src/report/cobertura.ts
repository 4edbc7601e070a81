import { XMLBuilder } from "fast-xml-parser";
import { type CoverBlock, parseProfile } from "../reading/cover-profile.ts";
import { coveredPath, type PackageDirs } from "../reading/covered-files.ts";

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  format: true,
  suppressEmptyNode: true,
});
const doctype = '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">';

interface CoveredFile {
  readonly path: string;
  readonly package: string;
  /** Line to hits, sorted by line. */
  readonly lines: readonly (readonly [number, number])[];
}

/** Cobertura 04: a class for each file, paths relative to the repository. Go's blocks know no branches. */
export function coberturaXml(profile: string, packageDirs: PackageDirs): string {
  const blocks = parseProfile([profile])?.blocks ?? [];
  const files = [...Map.groupBy(blocks, ({ file }) => file)].map(([file, own]) => coveredFile(file, own, packageDirs));
  const packages = [...Map.groupBy(files, (file) => file.package)].map(([name, own]) => ({
    "@name": name,
    ...rates(own),
    classes: { class: own.map(classOf) },
  }));
  const lines = files.flatMap((file) => file.lines);
  const xml = builder.build({
    coverage: {
      ...rates(files),
      "@lines-covered": lines.filter(([, hits]) => hits > 0).length,
      "@lines-valid": lines.length,
      "@branches-covered": 0,
      "@branches-valid": 0,
      "@version": "1",
      // Required, and read by nobody; a clock would make each report another one.
      "@timestamp": 0,
      sources: { source: "." },
      packages: { package: packages },
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n${xml}`;
}

function coveredFile(file: string, blocks: readonly CoverBlock[], packageDirs: PackageDirs): CoveredFile {
  const hits = new Map<number, number>();
  for (const { firstLine, lastLine, count } of blocks) {
    for (let line = firstLine; line <= lastLine; line += 1) hits.set(line, Math.max(hits.get(line) ?? 0, count));
  }
  const name = file.slice(0, file.lastIndexOf("/"));
  return { path: coveredPath(file, packageDirs), package: name, lines: [...hits].sort(([a], [b]) => a - b) };
}

function classOf(file: CoveredFile): object {
  return {
    "@name": file.path.slice(file.path.lastIndexOf("/") + 1),
    "@filename": file.path,
    ...rates([file]),
    methods: "",
    lines: { line: file.lines.map(([number, hits]) => ({ "@number": number, "@hits": hits })) },
  };
}

function rates(files: readonly CoveredFile[]): object {
  const lines = files.flatMap((file) => file.lines);
  const covered = lines.filter(([, hits]) => hits > 0).length;
  const rate = lines.length === 0 ? 0 : covered / lines.length;
  return { "@line-rate": rate.toFixed(4), "@branch-rate": 0, "@complexity": 0 };
}
