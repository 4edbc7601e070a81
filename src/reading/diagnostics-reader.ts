import { diagnostics } from "./diagnostics.ts";
import { lastLines } from "./last-lines.ts";
import { lineCutter } from "./lines.ts";
import type { Reader, SourceMap } from "./reading.ts";

/** Reads `go vet` and `go build`; vet's complaint about code that does not compile is a finding of the kind `compile`. */
export function diagnosticsReader(kind: "vet" | "compile", source: SourceMap): Reader {
  const cutters = { stdout: lineCutter(), stderr: lineCutter() };
  const found = diagnostics(kind, source);
  const last = lastLines();
  const take = (line: string) => {
    found.line(line);
    last.add(line);
  };
  return {
    read(stream, text) {
      cutters[stream].push(text).forEach(take);
      return text;
    },
    end(exitCode) {
      [...cutters.stdout.rest(), ...cutters.stderr.rest()].forEach(take);
      const findings = found.findings();
      const unexplained = exitCode !== 0 && findings.length === 0;
      return { findings: unexplained ? [last.finding(commands[kind], exitCode)] : findings };
    },
  };
}

const commands = { vet: "go vet", compile: "go build" } as const;
