import type { Problem } from "../errors.ts";
import { ItemProblems } from "./fields.ts";
import { type InputName, inputNames, inputTable, type Row } from "./input-table.ts";
import { nearest } from "./nearest.ts";

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

/** What the user said, by the inputs' names; may hold names that are no inputs. */
export type RawInputs = Readonly<Record<string, string>>;

/** What the code may rely on. */
export type Inputs = { readonly [N in InputName as Camel<N>]: ReturnType<(typeof inputTable)[N]["parse"]> };

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Reads all inputs. One that is wrong gives problems and its default, so that the others are judged too. */
export function parseInputs(raw: RawInputs): { readonly inputs: Inputs; readonly problems: readonly Problem[] } {
  const problems: Problem[] = unknownInputs(raw);
  const entries = inputNames.map((name) => {
    const field: Row<unknown> = inputTable[name];
    const given = (raw[name] ?? "").trim();
    try {
      return [camel(name), parseField(field, given)];
    } catch (error) {
      problems.push(...problemsOf(name, given, error));
      return [camel(name), field.parse(field.default)];
    }
  });
  return { inputs: Object.fromEntries(entries) as Inputs, problems };
}

function parseField(field: Row<unknown>, given: string): unknown {
  if (/(?![\n\r\t])\p{Cc}/u.test(given)) throw new Error("the value holds a control character. Remove it.");
  return field.parse(given === "" ? field.default : given);
}

function problemsOf(input: InputName, given: string, error: unknown): Problem[] {
  if (error instanceof ItemProblems) return error.items.map(({ item, message }) => ({ input, item, message }));
  const message = error instanceof Error ? error.message : String(error);
  return [input === "password" ? { input, message } : { input, item: given, message }];
}

function unknownInputs(raw: RawInputs): Problem[] {
  return Object.keys(raw)
    .filter((name) => !(name in inputTable))
    .map((name) => {
      const near = nearest(name.replaceAll("_", "-"), inputNames);
      return {
        input: name,
        message: `there is no such input.${near ? ` Did you mean "${near}"?` : " See the README's table."}`,
      };
    });
}
