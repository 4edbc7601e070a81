import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArtifactFiles, Host } from "../../src/host/host.ts";
import { Secrets } from "../../src/host/secrets.ts";
import type { RawInputs } from "../../src/inputs/inputs.ts";
import type { Published, Report } from "../../src/report/report.ts";

/** A fake: a host that keeps what it is given. Its folders are real, and go with `remove`. */
export class FakeHost implements Host {
  readonly inputs: RawInputs;
  readonly facts: Host["facts"];
  readonly lines: string[] = [];
  readonly uploads: ArtifactFiles[] = [];
  readonly saved: string[] = [];
  presented: { readonly report: Report; readonly published: Published } | undefined;
  uploadFails = false;
  sharedCache = false;
  /** The key of the cache that is found. */
  cached: string | undefined;
  readonly #root: string;

  private constructor(root: string, inputs: RawInputs) {
    this.#root = root;
    this.inputs = inputs;
    const event = {
      ref: "refs/heads/main",
      sha: "a".repeat(40),
      name: "push",
      defaultBranch: "main",
      base: "",
      baseRef: "",
    };
    this.facts = { ...event, repositoryUrl: "", workspace: join(root, "work"), temp: join(root, "temp"), job: "check" };
  }

  static async make(inputs: RawInputs): Promise<FakeHost> {
    const root = await mkdtemp(join(tmpdir(), "gda-fake-host-"));
    for (const name of ["work", "temp", "cache"]) await mkdir(join(root, name));
    return new FakeHost(root, inputs);
  }

  remove(): Promise<void> {
    return rm(this.#root, { recursive: true });
  }

  readonly secrets = new Secrets();

  get log() {
    return {
      secrets: this.secrets,
      info: (line: string) => void this.lines.push(line),
      warning: (line: string) => void this.lines.push(line),
      untrusted: (text: string) => void this.lines.push(text),
      group: <T>(title: string, body: () => Promise<T>) => {
        this.lines.push(`== ${title}`);
        return body();
      },
    };
  }

  get cache() {
    return {
      folder: join(this.#root, "cache"),
      usable: true,
      shared: this.sharedCache,
      restore: () => Promise.resolve(this.cached),
      save: (key: string) => Promise.resolve(void this.saved.push(key)),
    };
  }

  hide(secret: string, user?: string): void {
    this.secrets.add(secret, user);
  }

  upload(artifact: ArtifactFiles) {
    if (this.uploadFails) return Promise.reject(new Error("the service is away"));
    this.uploads.push(artifact);
    return Promise.resolve({ name: artifact.name, size: 1, id: "1", files: artifact.files });
  }

  present(report: Report, published: Published): Promise<void> {
    this.presented = { report, published };
    return Promise.resolve();
  }
}
