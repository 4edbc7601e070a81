import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Call } from "../faulty-run.ts";
import type { Ground } from "../ground.ts";
import { type Condition, conditions } from "./single.ts";

const action: Call = { as: "action", inputs: { steps: "fmt", artifacts: "none", cache: "off" } };
const project = { fixture: "hello" };

/** A runner's variables, all of them right. */
async function runner({ workspace, temp, aside }: Ground): Promise<Record<string, string>> {
  const files = join(aside, "runner");
  await mkdir(files);
  for (const file of ["output", "summary"]) await writeFile(join(files, file), "");
  await writeFile(join(files, "event.json"), JSON.stringify({ pull_request: { base: { sha: "a".repeat(40) } } }));
  return {
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_OUTPUT: join(files, "output"),
    GITHUB_STEP_SUMMARY: join(files, "summary"),
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: join(files, "event.json"),
    GITHUB_REPOSITORY: "acme/hello",
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_SHA: "b".repeat(40),
    GITHUB_RUN_ID: "1",
    GITHUB_SERVER_URL: "https://github.com",
  };
}

/** One of the variables is another, or is not there. `text` is written to the file that it names. */
function changed(
  variable: string,
  value: string | undefined,
  expected: Condition["expected"],
  text?: string,
): Condition {
  return {
    variant: `${variable} is ${text ?? value ?? "not set"}`,
    project,
    call: action,
    before: async (ground) => {
      const { [variable]: usual = "", ...others } = await runner(ground);
      if (text !== undefined) await writeFile(usual, text);
      const now = text === undefined ? value : usual;
      return { env: { ...others, ...(now === undefined ? {} : { [variable]: now }) } };
    },
    expected,
  };
}

const green = { exit: [0] };
const lost = { exit: [3], says: ["The outputs could not be handed to the runner", "→ "] };
const noSummary = { exit: [0], says: ["The job summary could not be written"] };

export const runnerFaults = [
  conditions("F30", "the runner's files are missing, full, or something else", [
    changed("GITHUB_OUTPUT", undefined, { exit: [0], says: ["There is no GITHUB_OUTPUT"] }),
    changed("GITHUB_OUTPUT", "/nowhere/output", lost),
    changed("GITHUB_OUTPUT", "/dev/full", lost),
    changed("GITHUB_OUTPUT", "/", lost),
    changed("GITHUB_STEP_SUMMARY", undefined, green),
    changed("GITHUB_STEP_SUMMARY", "/nowhere/summary", noSummary),
    changed("GITHUB_STEP_SUMMARY", "/dev/full", noSummary),
    changed("GITHUB_STEP_SUMMARY", "/", noSummary),
    changed("RUNNER_TEMP", undefined, green),
    changed("RUNNER_TEMP", "/nowhere", { exit: [3], says: ["/nowhere", "→ "] }),
  ]),
  conditions("F36", "an event that is missing or none; variables that are not set", [
    changed("GITHUB_EVENT_PATH", undefined, green),
    changed("GITHUB_EVENT_PATH", "/nowhere/event.json", green),
    ...["", "{", "null", "[]", '"x"', '{"pull_request":7}', '{"pull_request":{"base":{"sha":"$(id)"}}}'].map((text) =>
      changed("GITHUB_EVENT_PATH", undefined, green, text),
    ),
    ...["GITHUB_EVENT_NAME", "GITHUB_REPOSITORY", "GITHUB_REF", "GITHUB_SHA", "GITHUB_RUN_ID"].map((name) =>
      changed(name, undefined, green),
    ),
    changed("GITHUB_SERVER_URL", undefined, green),
    changed("GITHUB_WORKSPACE", undefined, green),
    changed("GITHUB_WORKSPACE", "/nowhere", { exit: [2, 3], says: ["/nowhere"] }),
  ]),
];
