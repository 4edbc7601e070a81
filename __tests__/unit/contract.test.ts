import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { actionYaml, readmeWithTables } from "../../script/contract.ts";
import { helpText } from "../../src/cli-arguments.ts";
import { inputNames, inputTable } from "../../src/inputs/input-table.ts";
import { parseInputs } from "../../src/inputs/inputs.ts";
import { outputTable } from "../../src/report/outputs.ts";

describe("the contract", () => {
  it("action.yml is what the tables give", () => {
    expect(readFileSync("action.yml", "utf8")).toBe(actionYaml());
  });

  it("action.yml is YAML with every input, every output and an entry that node 24 runs", () => {
    const action = parse(readFileSync("action.yml", "utf8"));
    expect(Object.keys(action.inputs)).toEqual(inputNames);
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputTable));
    expect(action.runs).toEqual({ using: "node24", main: "dist/action/index.js" });
    for (const name of inputNames) expect(action.inputs[name].default ?? "").toBe(inputTable[name].default);
  });

  it("the README's tables are what the code's tables give", () => {
    const readme = readFileSync("README.md", "utf8");
    expect(readme).toBe(readmeWithTables(readme));
    for (const name of inputNames) expect(readme).toContain(`| \`${name}\` |`);
  });

  it("--help names every input", () => {
    for (const name of inputNames) expect(helpText()).toContain(`  --${name} `);
  });

  it("every default is accepted by its own parser", () => {
    const defaults = Object.fromEntries(inputNames.map((name) => [name, inputTable[name].default]));
    expect(parseInputs(defaults).problems).toEqual([]);
  });
});
