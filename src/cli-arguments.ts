import { parseArgs } from "node:util";
import { InputError } from "./errors.ts";
import { type InputName, inputNames, inputTable, type RawInputs } from "./inputs/inputs.ts";
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
  const { values, positionals, tokens } = parseArgs({
    args: argv.map((argument, i) => withValue(argument, argv[i + 1])),
    options: {
      help: { type: "boolean", short: "h" },
      "dry-run": { type: "boolean" },
      json: { type: "boolean" },
      ...Object.fromEntries(inputNames.map((name) => [name, { type: "string", multiple: true } as const])),
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [command = "help", ...rest] = positionals;
  const given: [string, string][] = [];
  for (const token of tokens) {
    if (token.kind !== "option" || (switches as readonly string[]).includes(token.name)) continue;
    if (token.value === undefined && token.name in inputTable) {
      throw new InputError([{ input: token.name, message: "the option has no value. Write it after the name." }]);
    }
    given.push([token.name, token.value ?? ""]);
  }
  if (values["help"] !== true) checkCommand(command, rest);
  return {
    help: values["help"] === true || command === "help",
    dryRun: values["dry-run"] === true,
    json: values["json"] === true,
    inputs: Object.fromEntries(
      [...Map.groupBy(given, ([name]) => name)].map(([name, all]) => [name, all.map(([, value]) => value).join("\n")]),
    ),
  };
}

/** `--push` is `--push=true`. */
function withValue(argument: string, next: string | undefined): string {
  const name = argument.slice(2);
  const isBoolean =
    argument.startsWith("--") &&
    name in inputTable &&
    ["true", "false"].includes(inputTable[name as InputName].default);
  return isBoolean && !/^(true|false)$/i.test(next ?? "") ? `${argument}=true` : argument;
}

function checkCommand(command: string, rest: readonly string[]): void {
  if (command !== "run" && command !== "help") {
    const near = nearest(command, ["run", "help"]);
    throw new InputError([
      {
        input: "command",
        item: command,
        message: `there is no such command.${near ? ` Did you mean "${near}"?` : " Use run or help."}`,
      },
    ]);
  }
  const [extra] = rest;
  if (extra !== undefined)
    throw new InputError([
      { input: "command", item: extra, message: "this word belongs to no option. Quote values that hold spaces." },
    ]);
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
    "Exit codes: 0 passed, 1 checks failed, 2 bad input, 3 infrastructure, 4 time limit, 130 and 143 cancelled.",
    "",
  );
  return lines.join("\n");
}
