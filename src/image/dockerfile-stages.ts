import { DockerfileParser, type From, type Instruction, type JSONInstruction } from "dockerfile-ast";

export const extractStage = "gda-extract";

interface Stage {
  readonly from: From;
  /** Those after its FROM. */
  readonly instructions: readonly Instruction[];
}

/** The names of a Dockerfile's stages, in small letters, as Dockerfiles compare them. */
export function stageNames(text: string): readonly string[] {
  return stagesOf(text).flatMap(({ from }) => nameOf(from) || []);
}

/** The Dockerfile with one more stage, which holds nothing but a file or folder of another as `0`. */
export function withExtract(text: string, stage: string, path: string): string {
  // A pattern may be several files, for which the target has to be a folder.
  const to = /[*?[]/.test(path) ? "/0/" : "/0";
  return `${text.trimEnd()}\n\nFROM scratch AS ${extractStage}\nCOPY --from=${stage} ${JSON.stringify([path, to])}\n`;
}

/** The Dockerfile with a stage whose commands may fail, so that what they have made can be taken out of it. */
export function forgiving(text: string, stage: string): string {
  const stages = stagesOf(text);
  const at = stages.findIndex(({ from }) => nameOf(from) === stage.toLowerCase());
  const wanted = stages[at];
  if (wanted === undefined) return text;
  const lines = text.split("\n");
  // From below, so that the lines above stay where they are.
  for (const shell of wanted.instructions.filter(isShell).toReversed()) {
    const { start, end } = shell.getRange();
    lines.splice(start.line, end.line - start.line + 1, forgivingShell(wordsOf(shell)));
  }
  lines.splice(wanted.from.getRange().end.line + 1, 0, forgivingShell(inheritedShell(at, stages)));
  return lines.join("\n");
}

/** A shell that gives its command to another, and ends well whatever that does. */
function forgivingShell(shell: readonly string[]): string {
  const inner = shell.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  return `SHELL ${JSON.stringify(["/bin/sh", "-c", `${inner} "$0" || :`])}`;
}

/** That of the stages on which this one stands. */
function inheritedShell(at: number, stages: readonly Stage[]): readonly string[] {
  const base = stages[at]?.from.getImage()?.toLowerCase();
  const parent = stages.findLastIndex(({ from }, i) => i < at && nameOf(from) !== "" && nameOf(from) === base);
  const shell = stages[parent]?.instructions.findLast(isShell);
  if (shell !== undefined) return wordsOf(shell);
  return parent === -1 ? ["/bin/sh", "-c"] : inheritedShell(parent, stages);
}

function stagesOf(text: string): readonly Stage[] {
  const all = DockerfileParser.parse(text).getInstructions();
  const starts = all.flatMap((one, i) => (isFrom(one) ? [{ from: one, i }] : []));
  return starts.map(({ from, i }, n) => ({ from, instructions: all.slice(i + 1, starts[n + 1]?.i) }));
}

function nameOf(from: From): string {
  return from.getBuildStage()?.toLowerCase() ?? "";
}

function wordsOf(shell: JSONInstruction): readonly string[] {
  return shell.getJSONStrings().map((word) => word.getJSONValue());
}

function isFrom(one: Instruction): one is From {
  return one.getKeyword() === "FROM";
}

function isShell(one: Instruction): one is JSONInstruction {
  return one.getKeyword() === "SHELL";
}
