import { readFileSync, writeFileSync } from "node:fs";
import { inputNames, inputTable } from "../src/inputs/input-table.ts";
import { outputTable } from "../src/report/outputs.ts";

/** Writes `action.yml` and the README's tables from the tables in the code: `node script/contract.ts`. */
export function actionYaml(): string {
  const inputs = inputNames.flatMap((name) => {
    const { description, default: standard } = inputTable[name];
    return [
      `  ${name}:`,
      `    description: ${yaml(description + computed(name))}`,
      ...(standard === "" ? [] : [`    default: ${yaml(standard)}`]),
    ];
  });
  const outputs = Object.entries(outputTable).flatMap(([name, text]) => [
    `  ${name}:`,
    `    description: ${yaml(text)}`,
  ]);
  return [
    "# Made by `npm run contract` from src/inputs/input-table.ts and src/report/outputs.ts.",
    "name: go-docker-action",
    "description: gofmt, vet, test and build of a Go project in its own golang container, then the tested binaries in a minimal image",
    "author: the go-docker-action maintainers",
    "branding:",
    "  icon: package",
    "  color: blue",
    "inputs:",
    ...inputs,
    "outputs:",
    ...outputs,
    "runs:",
    "  using: node24",
    "  main: dist/action/index.js",
    "",
  ].join("\n");
}

function computed(name: (typeof inputNames)[number]): string {
  const row: { readonly shown?: string } = inputTable[name];
  return row.shown === undefined || row.shown === "none" ? "" : ` (default: ${row.shown})`;
}

/** JSON strings are YAML strings. */
function yaml(text: string): string {
  return JSON.stringify(text);
}

export function inputsMarkdown(): string {
  const rows = inputNames.map((name) => {
    const row: { readonly shown?: string; readonly default: string; readonly description: string } = inputTable[name];
    const standard = row.default === "" ? (row.shown ?? "") : `\`${row.default}\``;
    return `| \`${name}\` | ${cell(standard)} | ${cell(row.description)} |`;
  });
  return ["| input | default | meaning |", "|---|---|---|", ...rows].join("\n");
}

export function outputsMarkdown(): string {
  const rows = Object.entries(outputTable).map(([name, text]) => `| \`${name}\` | ${cell(text)} |`);
  return ["| output | meaning |", "|---|---|", ...rows].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** The README with its generated parts made anew. */
export function readmeWithTables(readme: string): string {
  const parts = { inputs: inputsMarkdown(), outputs: outputsMarkdown() };
  return Object.entries(parts).reduce(
    (text, [name, table]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`),
        (_, start: string, end: string) => start + table + end,
      ),
    readme,
  );
}

if (import.meta.main) {
  writeFileSync("action.yml", actionYaml());
  writeFileSync("README.md", readmeWithTables(readFileSync("README.md", "utf8")));
}
