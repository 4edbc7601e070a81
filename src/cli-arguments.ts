import { parseArgs } from "node:util";
import { InputError } from "./errors.ts";
import { type InputName, inputNames, inputTable } from "./inputs/input-table.ts";
import type { RawInputs } from "./inputs/inputs.ts";
import { nearest } from "./inputs/nearest.ts";

/** What the command line asks for. */
export interface Call {
  readonly help: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly inputs: RawInputs;
}

const switches = ["help", "dry-run", "json"] as const;

/** Reads `run [--input value …]`. An option given twice adds a line; a boolean input may stand without a value. */
export function parseArguments(argv: readonly string[]): Call {
  const { tokens } = parseArgs({
    args: withValues(argv),
    options: Object.fromEntries(switches.map((name) => [name, { type: "boolean" } as const])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const options = tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
  const has = (name: (typeof switches)[number]) => options.some((option) => option.name === name);
  const given = options.filter(({ name }) => !isSwitch(name));
  const help = has("help") || words.length === 0 || words[0] === "help";
  if (!help) checkCommand(words);
  return {
    help,
    dryRun: has("dry-run"),
    json: has("json"),
    inputs: Object.fromEntries(
      [...Map.groupBy(given, ({ name }) => name)].map(([name, all]) => [
        name,
        all.map(({ value = "" }) => value).join("\n"),
      ]),
    ),
  };
}

function isSwitch(name: string): boolean {
  return (switches as readonly string[]).includes(name);
}

/** Joins each option with its value: `--push` is `--push=true`, and `--targets linux/amd64` is `--targets=linux/amd64`. */
function withValues(argv: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? "";
    const name = argument.slice(2);
    if (!argument.startsWith("--") || name.includes("=") || isSwitch(name)) {
      joined.push(argument);
    } else if (isBoolean(name) && !/^(true|false)$/i.test(argv[i + 1] ?? "")) {
      joined.push(`${argument}=true`);
    } else if (argv[i + 1] === undefined) {
      throw new InputError([{ input: name, message: "the option has no value. Write it after the name." }]);
    } else {
      i += 1;
      joined.push(`${argument}=${argv[i]}`);
    }
  }
  return joined;
}

function isBoolean(name: string): boolean {
  return name in inputTable && ["true", "false"].includes(inputTable[name as InputName].default);
}

function checkCommand([command = "", extra]: readonly string[]): void {
  if (command !== "run") {
    const hint =
      nearest(command, ["run", "help"]) === undefined
        ? "Use run or help."
        : `Did you mean "${nearest(command, ["run", "help"])}"?`;
    throw new InputError([{ input: "command", item: command, message: `there is no such command. ${hint}` }]);
  }
  if (extra !== undefined) {
    throw new InputError([
      { input: "command", item: extra, message: "this word belongs to no option. Quote values that hold spaces." },
    ]);
  }
}

/** `--help`, made of the inputs table. */
export function helpText(): string {
  const lines = ["go-docker-action: gofmt, vet, test and build of a Go project in its own golang container.", ""];
  lines.push("Usage: go-docker-action run [--input value …] [--dry-run] [--json]", "");
  lines.push("  --dry-run  print the plan as JSON with every command line of a container, and stop");
  lines.push("  --json     print the outputs as one JSON object; everything else goes to standard error");
  let group = "";
  for (const name of inputNames) {
    const { group: own, description, default: standard } = inputTable[name];
    if (own !== group) lines.push("", own);
    group = own;
    lines.push(`  --${name.padEnd(20)} ${description.replaceAll("`", "")}${standard === "" ? "" : ` (${standard})`}`);
  }
  lines.push(
    "",
    "The password and the token may also come in the environment, as GO_DOCKER_ACTION_PASSWORD and GO_DOCKER_ACTION_GIT_TOKEN.",
    "Exit codes: 0 passed, 1 checks failed, 2 bad input, 3 infrastructure, 4 time limit, 130 and 143 cancelled.",
    "",
  );
  return lines.join("\n");
}
