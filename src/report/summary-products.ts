import { humanSize } from "./human.ts";
import { code, details, fenced, plain, shortened, table } from "./markdown.ts";
import type { Published, PublishedArtifact, Report } from "./report.ts";
import type { SummaryPart } from "./summary-part.ts";

/** What the run made. */
export function binaryParts({ binaries, checksums }: Report): readonly SummaryPart[] {
  if (binaries.length === 0) return [];
  const rows = binaries.map(({ target, path, size, sha256 }) => [
    plain(target),
    code(path),
    humanSize(size),
    code(sha256.slice(0, 12)),
  ]);
  const list = table(["target", "file", "size", "sha256"], rows, [2]);
  return [{ text: `### Binaries\n\n${list}${checksums === "" ? "" : `\n\nFull checksums: ${code(checksums)}`}` }];
}

const ways: ReadonlyMap<string, string> = new Map([
  ["binary", "copies the tested binaries"],
  ["source", "compiles the sources inside"],
  ["own", "the repository's own"],
]);

export function imageParts(image: Published["image"]): readonly SummaryPart[] {
  if (image === undefined) return [];
  const { name, tags, digest, places, platforms, proven, dockerfile, kind } = image;
  const facts = [
    ...places.flatMap((one) => (one.problem === "" ? [] : [[`not in ${code(one.name)}`, plain(one.problem, 500)]])),
    [
      "tags",
      tags
        .slice(0, 100)
        .map((tag) => code(tag))
        .join(", "),
    ],
    ["digest", digest === "" ? "not pushed" : code(digest)],
  ];
  const sizes = platforms.map((one) => [plain(one.platform), humanSize(one.size), code(one.digest)]);
  const parts: SummaryPart[] = [{ text: `### Image\n\n${table(["image", code(name)], facts)}` }];
  if (sizes.length > 0) parts.push({ text: table(["platform", "size", "digest"], sizes, [1]) });
  if (proven.length > 0) {
    const rows = proven.map((one) => [plain(one.platform), code(one.inImage), code(one.path), code(one.sha256)]);
    const body = table(["platform", "in the image", "tested file", "sha256 of both"], rows);
    parts.push({ text: details("The image holds the tested binaries, byte for byte", body) });
  }
  if (dockerfile !== "") {
    const body = fenced(shortened(dockerfile.trimEnd(), 32_000), "dockerfile");
    parts.push({ text: details(`Dockerfile: ${plain(ways.get(kind) ?? kind)}`, body) });
  }
  return parts;
}

export function artifactParts(artifacts: readonly PublishedArtifact[]): readonly SummaryPart[] {
  if (artifacts.length === 0) return [];
  const rows = artifacts.map(({ name, size, files }) => [code(name), String(files.length), humanSize(size)]);
  return [{ text: `### Artifacts\n\n${table(["name", "files", "size"], rows, [1, 2])}` }];
}

export function noteParts(notes: readonly string[]): readonly SummaryPart[] {
  if (notes.length === 0) return [];
  return [
    {
      text: `### Notes\n\n${notes
        .slice(0, 100)
        .map((note) => `- ${plain(note, 2000)}`)
        .join("\n")}`,
    },
  ];
}
