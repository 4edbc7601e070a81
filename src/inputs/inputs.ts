import type { Problem } from "../errors.ts";
import { firstIllegal } from "./first-illegal.ts";
import { type InputName, inputNames, inputTable, type Row } from "./input-table.ts";
import { ItemProblems, type Note } from "./parse.ts";
import { unknownInput } from "./unknown-input.ts";

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

/** What the user said, by the inputs' names; may hold names that are no inputs. */
export type RawInputs = Readonly<Record<string, string>>;

/** What the code may rely on. */
export type Inputs = { readonly [N in InputName as Camel<N>]: ReturnType<(typeof inputTable)[N]["parse"]> };

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export interface ParsedInputs {
  readonly inputs: Inputs;
  readonly problems: readonly Problem[];
  /** What was accepted, but maybe not meant. */
  readonly notes: readonly string[];
}

/** Reads all inputs. One that is wrong gives problems and its default, so that the others are judged too. */
export function parseInputs(raw: RawInputs): ParsedInputs {
  const unknown = Object.keys(raw).filter((name) => !Object.hasOwn(inputTable, name));
  const problems: Problem[] = unknown.map((name) => unknownInput(name, inputNames));
  const notes: string[] = [];
  const entries = inputNames.map((name) => {
    const field: Row<unknown> = inputTable[name];
    const given = (raw[name] ?? "").trim();
    const note = (message: string) => notes.push(`${name}: ${message}`);
    if (name === "password" && given !== (raw[name] ?? "")) note("the white space around it is left out");
    try {
      return [camel(name), parseField(field, given, note)];
    } catch (error) {
      problems.push(...problemsOf(name, given, error));
      return [camel(name), field.parse(field.default)];
    }
  });
  return { inputs: Object.fromEntries(entries) as Inputs, problems, notes };
}

/** Linux takes an argument or variable of less than 128 KiB, and ours get some words before them. */
const largest = 127 * 1024;

function parseField(field: Row<unknown>, given: string, note: Note): unknown {
  const bytes = new TextEncoder().encode(given).length;
  if (bytes > largest) throw new Error(`the value has ${bytes} bytes. An input holds ${largest} (127 KiB) at most.`);
  const control = firstIllegal(given, /\P{Cc}|[\n\r\t]/u);
  if (control !== undefined) throw new Error(`${control} is a control character. Remove it.`);
  return field.parse(given === "" ? field.default : given, note);
}

function problemsOf(input: InputName, given: string, error: unknown): Problem[] {
  if (error instanceof ItemProblems) return error.items.map((item) => ({ input, ...item }));
  const message = error instanceof Error ? error.message : String(error);
  return [secret.includes(input) ? { input, message } : { input, item: given, message }];
}

/** What no message shows. */
const secret: readonly InputName[] = ["password", "git-token", "env"];
