import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command, Container, ContainerSpec, Engine, FoundContainer } from "../../src/engine/engine.ts";
import { engine as engineFacts } from "./facts.ts";

/** What one command of the fake container does. */
export interface FakeAnswer {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
  readonly timedOut?: boolean;
  readonly outOfMemory?: boolean;
  /** Called before the command ends. */
  readonly during?: () => void;
}

/** A fake: an engine whose only container answers by the command's words, and records what it is asked. */
export class FakeEngine implements Engine {
  readonly facts = engineFacts;
  readonly calls: string[] = [];
  /** What other runs have left. */
  found: readonly FoundContainer[] = [];
  tags: readonly string[] = [];
  /** How an image that is tried out ends. */
  trialEnd = 0;
  /** What the container was started with. */
  spec: ContainerSpec | undefined;
  readonly #answer: (line: string) => FakeAnswer;

  constructor(answer: (line: string) => FakeAnswer) {
    this.#answer = answer;
  }

  ensureImage(ref: string) {
    this.calls.push(`image ${ref}`);
    return Promise.resolve({ id: "sha256:1", repositoryDigest: "" });
  }

  start(spec: ContainerSpec): Promise<Container> {
    this.calls.push("start");
    this.spec = spec;
    const out = spec.mounts.find(({ target }) => target === "/gda/out")?.source ?? "";
    return Promise.resolve({
      name: spec.name,
      copied: false,
      handIn: () => Promise.resolve(),
      handOut: () => Promise.resolve(out),
      close: () => {
        this.calls.push("remove");
        return Promise.resolve(out);
      },
      run: async (command: Command, onOutput) => {
        const line = command.command.join(" ");
        this.calls.push(line.includes("go list -e") ? "probe" : line);
        const {
          stdout = "",
          stderr = "",
          exitCode = 0,
          timedOut = false,
          outOfMemory = false,
          during,
        } = this.#answer(line);
        await makeOutputFile(command, out);
        if (stdout !== "") await onOutput("stdout", stdout);
        if (stderr !== "") await onOutput("stderr", stderr);
        during?.();
        return { exitCode, timedOut, outOfMemory };
      },
      disconnect: () => {
        this.calls.push("disconnect");
        return Promise.resolve();
      },
      remove: () => {
        if (this.calls.at(-1) !== "remove") this.calls.push("remove");
        return Promise.resolve();
      },
    });
  }

  containers() {
    return Promise.resolve(this.found);
  }

  removeContainers(names: readonly string[]) {
    this.calls.push(`remove ${names.join(" ")}`);
    return Promise.resolve();
  }

  socket() {
    return Promise.resolve({ path: "/run/engine.sock", gid: 999 });
  }

  describe() {
    return [["fake"]];
  }

  buildImage() {
    this.calls.push("build image");
    return Promise.resolve();
  }

  tryImage(ref: string) {
    this.calls.push(`try image ${ref}`);
    return Promise.resolve({ exitCode: this.trialEnd, timedOut: false, said: "" });
  }

  removeImage(ref: string) {
    this.calls.push(`remove image ${ref}`);
    return Promise.resolve();
  }

  imageTags() {
    return Promise.resolve(this.tags);
  }

  loggedIn<T>(_: unknown, body: (engine: Engine) => Promise<T>): Promise<T> {
    return body(this);
  }
}

/** `go build -o` and `-coverprofile` leave a file behind. */
async function makeOutputFile({ command }: Command, out: string): Promise<void> {
  const built = command[1] === "build" ? command[command.indexOf("-o") + 1] : undefined;
  const profile = command.find((word) => word.startsWith("-coverprofile="))?.slice("-coverprofile=".length);
  for (const [path, content] of [
    [built, "binary"],
    [profile, "mode: set\nm/a.go:1.1,2.2 4 1\nm/a.go:3.1,4.2 4 0\n"],
  ] as const) {
    if (path === undefined || !path.startsWith("/gda/out/")) continue;
    const file = join(out, path.slice("/gda/out/".length));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
