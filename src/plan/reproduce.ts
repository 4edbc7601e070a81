import type { Reading } from "../reading/reading.ts";
import { shellLine, shellWord } from "../shell-word.ts";
import type { Facts } from "./facts.ts";
import { innermostFailures, rerunsOf, rerunTask } from "./rerun.ts";
import type { Task } from "./step.ts";

/** More lines than these nobody copies. */
const most = 10;

/** What runs a red command again by hand: lines for a shell in the repository's root. Of tests, the failed ones alone. */
export function reproductions(task: Task, { tests }: Reading, facts: Facts, goImage: string): readonly string[] {
  const failed = tests === undefined ? [] : rerunsOf(innermostFailures(tests));
  const tasks = failed.length === 0 ? [task] : failed.map((rerun) => rerunTask(task, rerun, "", facts));
  return tasks.slice(0, most).map((one) => reproduction(one, facts, goImage));
}

function reproduction({ command, workdir, env }: Task, { inputs, project, engine }: Facts, goImage: string): string {
  const mode = project.mode === "gopath" ? { GO111MODULE: "off", GOPATH: "/go" } : {};
  const { GOFLAGS: _, ...own } = env;
  const variables = [
    ...Object.entries({ ...mode, ...own }).map(([name, value]) => `${name}=${value}`),
    // The values may be secret.
    ...inputs.env.map(({ name }) => name),
  ];
  const options = ["--rm", ...variables.flatMap((one) => ["--env", one]), "--workdir", workdir];
  // What it makes is of no concern, and has no place there.
  const go = command
    .filter((word) => !/^-(coverprofile=|json$)/.test(word))
    .map((word, i, words) => (words[i - 1] === "-o" ? "/dev/null" : word));
  // Root in podman's container is who started it; docker's is root outside, too.
  const user = engine.name === "docker" ? ['--user "$(id -u):$(id -g)" --env HOME=/tmp'] : [];
  const mount = `--volume "$PWD":${shellWord(project.containerPath)}`;
  return [shellLine([engine.name, "run", ...options]), ...user, mount, shellLine([goImage, ...go])].join(" ");
}
