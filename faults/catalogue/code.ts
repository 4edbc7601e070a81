import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hostileLines } from "../../__tests__/support/runner/hostile-lines.ts";
import { judge } from "../../__tests__/support/runner/judge.ts";
import { type Condition, conditions } from "./single.ts";

/** A project whose one test does that. */
function testing(body: string, imports: readonly string[] = [], more = ""): Condition["project"] {
  const names = ["testing", ...imports].map((name) => `\t"${name}"\n`).join("");
  const code = `package surroundings\n\nimport (\n${names})\n\nfunc TestFault(t *testing.T) {\n${body}\n}\n${more}`;
  return { fixture: "surroundings", files: { "fault_test.go": code } };
}

const test = { inputs: { steps: "test", coverage: "false", "test-args": "-count=1" } };
const raw = (text: string) =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

const resources: readonly Condition[] = [
  {
    variant: "memory",
    project: testing(
      "\teaten := make([]byte, 1<<30)\n\tfor at := 0; at < len(eaten); at += 4096 {\n\t\teaten[at] = 1\n\t}",
    ),
    call: { inputs: { ...test.inputs, memory: "256m" } },
    expected: { exit: [1], says: ["out of memory"] },
  },
];

const hanging: readonly Condition[] = [
  {
    variant: "a test",
    project: testing("\ttime.Sleep(time.Hour)", ["time"]),
    call: { inputs: { ...test.inputs, timeout: "2s" } },
    expected: { exit: [4], says: ["goroutine ", "TestFault"] },
  },
  {
    variant: "a test that hears no SIGTERM, outside of its tests",
    project: testing(
      "",
      ["os", "os/signal", "syscall", "time"],
      "\nfunc TestMain(m *testing.M) {\n\tsignal.Ignore(syscall.SIGTERM)\n\ttime.Sleep(time.Hour)\n\tos.Exit(m.Run())\n}\n",
    ),
    call: { inputs: { ...test.inputs, timeout: "1s" } },
    expected: { exit: [4], says: ["SIGQUIT", "TestMain"] },
  },
];

const exhausting: readonly Condition[] = [
  {
    variant: "processes, without end",
    project: testing(
      '\tfor i := 0; i < 20000; i++ {\n\t\tif err := exec.Command("sleep", "60").Start(); err != nil {\n\t\t\tt.Fatal(err)\n\t\t}\n\t}',
      ["os/exec"],
    ),
    call: test,
    expected: { exit: [1, 3], settle: 10_000 },
  },
  {
    variant: "open files, without end",
    project: testing('\tfor {\n\t\tif _, err := os.Open("/dev/null"); err != nil {\n\t\t\tt.Fatal(err)\n\t\t}\n\t}', [
      "os",
    ]),
    call: test,
    expected: { exit: [1, 3] },
  },
];

/** Output by size and kind; `mib` of it. */
function printing(variant: string, piece: string, mib: number, exit: number): Condition {
  const count = Math.ceil((mib * 2 ** 20) / Buffer.byteLength(piece));
  const end = exit === 0 ? "" : "\n\tt.Fail()";
  const body = `\tpiece := []byte(${raw(piece)})\n\tfor i := 0; i < ${count}; i++ {\n\t\tos.Stdout.Write(piece)\n\t}${end}`;
  return { variant, project: testing(body, ["os"]), call: test, expected: { exit: [exit], settle: 3_000 } };
}

const output: readonly Condition[] = [
  printing("100 MB of lines", `${"x".repeat(99)}\n`, 100, 0),
  printing("100 MB of lines, red", `${"x".repeat(99)}\n`, 100, 1),
  printing("100 MB in one line", "x".repeat(100), 100, 1),
  printing("a million empty lines", "\n", 1, 1),
  printing("zero bytes", "\0".repeat(100), 4, 1),
  printing("carriage returns", "::error::x\r", 4, 1),
  printing("terminal escapes", "\u001b[2J\u001b]0;x\u0007\u001b[31m", 4, 1),
  printing("cut characters", "\u00e9\ud83d\ude00", 4, 1),
];

const hostile: Condition = {
  variant: "every hostile line that is known to us",
  project: testing(
    `\tfor _, line := range []string{\n${hostileLines.map((line) => `\t\t${raw(line)},`).join("\n")}\n\t} {\n\t\tfmt.Println(line)\n\t\tt.Log(line)\n\t}\n\tt.Fail()`,
    ["fmt"],
  ),
  call: test,
  after: async (ground) => {
    const log = await readFile(join(ground.aside, "log"), "utf8");
    const accepted = judge(log);
    return { hostile: hostileLines.length * 2, accepted: accepted.length };
  },
  expected: { exit: [1] },
};

export const code = [
  conditions("F25", "no more memory", resources),
  conditions("F26", "what hangs", hanging),
  conditions("F27", "processes and open files without end", exhausting),
  conditions("F28", "output of any size and kind", [...output, hostile]),
];
