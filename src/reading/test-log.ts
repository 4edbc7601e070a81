import type { EndedCase } from "./case-record.ts";
import type { EndedPackage } from "./package-record.ts";

/** What a person sees of an ended package: as `go test` without `-v` prints it, in any version's dialect. */
export function packageLog({ tested, cases, summary }: EndedPackage): string {
  const closing = summary === "" ? [] : [summary];
  if (tested.result !== "failed") return text(closing);
  const failed = cases.filter(({ test }) => test.result === "failed").map(failedTest);
  const unsaid = summary === "" ? [`FAIL\t${tested.package}`] : [];
  return text([...failed, ...closedBlock(tested.output), ...closing, ...unsaid]);
}

function failedTest({ test, depth, died }: EndedCase): string {
  const indent = " ".repeat(4 * depth);
  const time = died ? "did not end" : `${test.seconds.toFixed(2)}s`;
  const header = `--- FAIL: ${test.name} (${time})`;
  return [header, ...closedBlock(test.output)].join("\n").replace(/^(?=.)/gm, indent);
}

const closedBlock = (output: string) => (output === "" ? [] : [output.replace(/\n$/, "")]);
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
