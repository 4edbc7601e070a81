import { stat } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { WriteStream } from "node:tty";
import { styleText } from "node:util";
import type { RawInputs } from "../inputs/inputs.ts";
import { resultTable } from "../report/console-table.ts";
import type { Published, PublishedArtifact, Report } from "../report/report.ts";
import { FolderCache } from "./folder-cache.ts";
import type { ArtifactFiles, Cache, Host, HostFacts, Log } from "./host.ts";
import { Outlet } from "./outlet.ts";
import { Secrets } from "./secrets.ts";
import { markedLines, ownLine, ownLines } from "./untrusted.ts";

type Stream = NodeJS.WritableStream & Partial<Pick<WriteStream, "isTTY" | "columns">>;

/** A laptop, Jenkins, any shell: files in the workspace, a cache in the user's own folder, a table at the end. */
export class TerminalHost implements Host {
  readonly facts: HostFacts;
  readonly inputs: RawInputs;
  readonly log: TerminalLog;
  readonly cache: Cache;

  constructor(inputs: RawInputs, workspace: string, env: Readonly<Record<string, string | undefined>>, out: Stream) {
    this.facts = {
      workspace,
      temp: tmpdir(),
      job: "",
      ref: "",
      sha: "",
      name: "",
      defaultBranch: "",
      repositoryUrl: "",
      base: "",
      baseRef: "",
    };
    // An argument is there for every user of the machine to see: a password may come this way instead.
    const secrets = { password: "GO_DOCKER_ACTION_PASSWORD", "git-token": "GO_DOCKER_ACTION_GIT_TOKEN" };
    const given = Object.entries(secrets).flatMap(([input, name]) => (env[name] ? [[input, env[name]] as const] : []));
    this.inputs = { ...Object.fromEntries(given), ...inputs };
    this.log = new TerminalLog(out);
    const { XDG_CACHE_HOME: home = "", GO_DOCKER_ACTION_CACHE: named } = env;
    // One that is not absolute does not count, as the specification of these variables has it.
    const caches = join(isAbsolute(home) ? home : join(homedir(), ".cache"), "go-docker-action");
    this.cache = new FolderCache(caches, workspace, named, (line) => this.log.warning(line));
  }

  hide(secret: string, user?: string): void {
    this.log.hide(secret, user);
  }

  /** The files are where the user looks for them already. */
  async upload({ name, files }: ArtifactFiles): Promise<PublishedArtifact> {
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(this.facts.workspace, file))).size));
    return { name, size: sizes.reduce((sum, size) => sum + size, 0), id: this.facts.workspace, files };
  }

  present(report: Report, published: Published): Promise<void> {
    this.log.line("");
    return this.log.own(resultTable(report, published));
  }
}

/** Plain lines; on a terminal also colours, and the running step with its seconds in the last line. */
class TerminalLog implements Log {
  readonly secrets = new Secrets();
  readonly #out: Outlet;
  readonly #live: boolean;
  readonly #stream: Stream;
  #running: { readonly title: string; readonly since: number } | undefined;

  constructor(out: Stream) {
    this.#out = new Outlet(out);
    this.#stream = out;
    this.#live = out.isTTY === true;
  }

  /** Of the terminal, which may change. */
  get #columns(): number | undefined {
    return this.#live ? this.#stream.columns : undefined;
  }

  hide(secret: string, user?: string): void {
    this.secrets.add(secret, user);
  }

  info(line: string): void {
    this.line(this.#style("dim", ownLine(this.secrets.mask(line))));
  }

  warning(line: string): void {
    this.line(this.#style("yellow", `warning: ${ownLine(this.secrets.mask(line))}`));
  }

  untrusted(text: string): Promise<void> {
    return this.#write(markedLines(this.secrets.mask(text), this.#columns));
  }

  /** Lines of ours, made of what is masked already: a secret that is one of our words hides none of them. */
  own(text: string): Promise<void> {
    return this.#write(ownLines(text, this.#columns));
  }

  async group<T>(title: string, body: () => Promise<T>): Promise<T> {
    this.line(this.#style("bold", `== ${ownLine(this.secrets.mask(title))}`));
    this.#running = { title, since: performance.now() };
    const ticker = this.#live ? setInterval(() => void this.#write(""), 1000) : undefined;
    try {
      return await body();
    } finally {
      clearInterval(ticker);
      this.#running = undefined;
      void this.#write("");
    }
  }

  line(text: string): void {
    void this.#write(`${text}\n`);
  }

  #style(style: "dim" | "bold" | "yellow", text: string): string {
    return this.#live ? styleText(style, text, { validateStream: false }) : text;
  }

  /** Clears the last line, writes, and draws the last line anew. */
  async #write(text: string): Promise<void> {
    if (!this.#live) return text === "" ? undefined : this.#out.write(text);
    const { title, since } = this.#running ?? {};
    const status =
      since === undefined
        ? ""
        : this.#style("dim", `   ${title} … ${Math.round((performance.now() - since) / 1000)} s`);
    return this.#out.write(`\r\u001b[K${text}${status}`);
  }
}
