import type { Problem } from "../errors.ts";
import type { EnvVariable } from "./env-variable.ts";

/** Flags that the action sets itself, and those that make go run another program. */
const managed: Readonly<Record<string, string>> = {
  "-o": "use `output`",
  "-ldflags": "use `ldflags`",
  "-tags": "use `build-tags`",
  "-trimpath": "use `trimpath`",
  "-race": "use `race`",
  "-json": "the test report is read from it",
  "-coverprofile": "use `coverage`",
  "-timeout": "use `timeout`",
  "-toolexec": "it would run another program",
  "-exec": "it would run another program",
};

/** Flags with which go ends well without having done what the step says. What only selects tests is not among them. */
const idle: Readonly<Record<string, string>> = {
  "-c": "it only compiles the tests",
  "-n": "it only prints the commands",
  "-i": "it only installs what they need",
  "-list": "it only lists the tests",
  "-h": "it only shows help",
  "-help": "it only shows help",
  "-fuzzworker": "it only serves another process",
};

/** Of vet, which `GOFLAGS` reaches as well. */
const idleVet: Readonly<Record<string, string>> = {
  "-vettool": "it would run another program",
  "-fix": "vet would change the sources and object to nothing",
  "-json": "vet would object to nothing",
  "-flags": "vet would only list its flags",
  "-V": "vet would only tell its version",
  "-exec": "it would run another program",
  "-toolexec": "it would run another program",
};

interface Flag {
  /** `-list`, however it is spelled. */
  readonly name: string;
  /** Undefined where none is given with it. */
  readonly value: string | undefined;
  /** Spelled as the test binary knows it, `-test.list`. */
  readonly ofBinary: boolean;
}

function flagOf(word: string): Flag | undefined {
  const [, prefix, name, value] = /^--?(test\.)?([A-Za-z][^=\s]*)(?:[=\s](.*))?$/s.exec(word) ?? [];
  return name === undefined ? undefined : { name: `-${name}`, value, ofBinary: prefix !== undefined };
}

/** What keeps the test binary from running tests, or from telling of them. */
function whyIdle({ name, value }: Flag): string | undefined {
  const on = value === undefined || /^(?:1|t|true|test2json)$/i.test(value);
  if (name === "-v" && !on) return "the tests would not be told of one by one";
  if (name === "-paniconexit0" && !on) return "a test that ends its process would pass";
  return Object.hasOwn(idle, name) ? idle[name] : undefined;
}

const remedy = "Leave it out; where nothing is to be tested, leave `test` out of `steps`.";

/** What is wrong with the flags in `test-args`: before `-args` they are go's, after it the test binary's. */
export function testFlagProblems(words: readonly string[]): readonly Problem[] {
  const handed = words.findIndex((word) => /^--?args$/.test(word));
  return words.flatMap((item, i) => {
    const flag = flagOf(item);
    if (flag === undefined) return [];
    const project = handed >= 0 && i > handed && !flag.ofBinary && !/^-h(?:elp)?$/.test(flag.name);
    return project ? [] : problemsOf("test-args", item, flag);
  });
}

export function buildFlagProblems(words: readonly string[]): readonly Problem[] {
  return words.flatMap((item) => {
    const flag = flagOf(item);
    return flag === undefined ? [] : problemsOf("build-flags", item, flag);
  });
}

function problemsOf(input: "test-args" | "build-flags", item: string, flag: Flag): readonly Problem[] {
  const { name } = flag;
  if (Object.hasOwn(managed, name))
    return [{ input, item, message: `${name} is managed by the action: ${managed[name]}.` }];
  if (input === "build-flags")
    return name === "-n" || name === "-h" || name === "-help"
      ? [{ input, item, message: `with ${name} nothing would be built: ${idle[name]}. Leave it out.` }]
      : [];
  const why = whyIdle(flag);
  return why === undefined
    ? []
    : [{ input, item, message: `with ${name} a pass would say nothing: ${why}. ${remedy}` }];
}

/** What is wrong with the flags that `GOFLAGS` gives every go command. `value` is undefined where nobody knows it. */
export function goFlagsProblems(variables: readonly EnvVariable[]): readonly Problem[] {
  return variables
    .filter(({ name }) => name === "GOFLAGS")
    .flatMap(({ value = "" }) => fields(value))
    .flatMap((word) => {
      const flag = flagOf(word);
      const why = flag && (Object.hasOwn(idleVet, flag.name) ? idleVet[flag.name] : whyIdle(flag));
      if (flag === undefined || why === undefined) return [];
      const message = `with ${flag.name} in GOFLAGS a pass would say nothing: ${why}. Take it out of GOFLAGS.`;
      return [{ input: "env", item: "GOFLAGS", message }];
    });
}

/** As go divides them: by white space, and by quotes where a field begins with one. */
function fields(text: string): readonly string[] {
  return [...text.matchAll(/'([^']*)'|"([^"]*)"|\S+/g)].map(([whole, single, double]) => single ?? double ?? whole);
}
