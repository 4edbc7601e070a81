import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** `lost`: it is done, but the answer does not come through. `stall`: nothing comes, ever. */
export type Accident = number | "reset" | "stall" | "lost";

/** The names of the services' methods, and the two ways of their blobs. */
export type Call =
  | "GetCacheEntryDownloadURL"
  | "CreateCacheEntry"
  | "FinalizeCacheEntryUpload"
  | "CreateArtifact"
  | "FinalizeArtifact"
  | "ListArtifacts"
  | "DeleteArtifact"
  | "download"
  | "upload";

interface Artifact {
  readonly blob: string;
  done: boolean;
}

type Body = Readonly<Record<string, string>>;

/** A stub of the runner's cache and artifact services of the second version, with their blobs, on loopback. */
export class StubServices {
  readonly calls: Call[] = [];
  /** By their keys. */
  readonly caches = new Map<string, Buffer>();
  readonly artifacts = new Map<string, Artifact>();
  /** What goes wrong with the nth call of its name, counted from 1. */
  accident: (call: Call, nth: number) => Accident | undefined = () => undefined;
  /** In every signed address: it is a secret. */
  readonly signature = `sig${randomUUID()}`;
  readonly #blobs = new Map<string, Buffer>();
  readonly #reserved = new Map<string, string>();
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  static async start(): Promise<StubServices> {
    const stub = new StubServices();
    stub.#server.listen(0, "127.0.0.1");
    await once(stub.#server, "listening");
    return stub;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** As the runner hands it to an action. */
  get env(): Readonly<Record<string, string>> {
    const claims = Buffer.from(JSON.stringify({ scp: "Actions.Results:run:job" })).toString("base64url");
    return {
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_RESULTS_URL: `${this.#address}/`,
      ACTIONS_RUNTIME_TOKEN: `e30.${claims}.x`,
    };
  }

  /** The bytes of an artifact that is whole. */
  artifact(name: string): Buffer | undefined {
    const { blob = "", done = false } = this.artifacts.get(name) ?? {};
    return done ? this.#blobs.get(blob) : undefined;
  }

  get #address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.#address);
    const isMethod = url.pathname.startsWith("/twirp/");
    const call = (isMethod ? url.pathname.split("/").at(-1) : request.method === "GET" ? "download" : "upload") as Call;
    this.calls.push(call);
    const accident = this.accident(call, this.calls.filter((other) => other === call).length);
    if (accident === "reset") return void request.socket.destroy();
    if (accident === "stall") return;
    const body = await buffer(request);
    if (typeof accident === "number") return void answer(response, accident, { code: "stub", msg: "the stub's fault" });
    const [status, result] = isMethod ? this.#method(call, JSON.parse(body.toString())) : this.#blob(url, call, body);
    if (accident === "lost") return void request.socket.destroy();
    if (Buffer.isBuffer(result)) response.writeHead(status, { "content-length": result.length }).end(result);
    else answer(response, status, result);
  }

  #method(call: Call, body: Body): readonly [number, object] {
    if (call === "GetCacheEntryDownloadURL") return [200, this.#find(body)];
    if (call === "CreateCacheEntry") return this.#reserve(body["key"] ?? "");
    if (call === "FinalizeCacheEntryUpload") return [200, this.#finalize(body["key"] ?? "")];
    return this.#artifactMethod(call, body);
  }

  #find(body: Body): object {
    const wanted = [body["key"] ?? "", ...((body["restore_keys"] as unknown as string[]) ?? [])];
    const found = wanted.flatMap((start) => [...this.caches.keys()].filter((key) => key.startsWith(start)))[0];
    if (found === undefined) return { ok: false };
    this.#blobs.set(`cache-${found}`, this.caches.get(found) ?? Buffer.alloc(0));
    return { ok: true, matched_key: found, signed_download_url: this.#signed(`cache-${found}`) };
  }

  #reserve(key: string): readonly [number, object] {
    if (this.caches.has(key)) return [409, { code: "already_exists", msg: "there is one" }];
    this.#reserved.set(key, `new-${key}`);
    return [200, { ok: true, signed_upload_url: this.#signed(`new-${key}`) }];
  }

  #finalize(key: string): object {
    const bytes = this.#blobs.get(this.#reserved.get(key) ?? "");
    if (bytes === undefined) return { ok: false };
    this.caches.set(key, bytes);
    return { ok: true, entry_id: "1" };
  }

  #artifactMethod(call: Call, body: Body): readonly [number, object] {
    const name = body["name"] ?? body["name_filter"] ?? "";
    const known = this.artifacts.get(name);
    if (call === "CreateArtifact") {
      if (known !== undefined)
        return [409, { code: "already_exists", msg: "an artifact with this name already exists" }];
      this.artifacts.set(name, { blob: `artifact-${name}`, done: false });
      return [200, { ok: true, signed_upload_url: this.#signed(`artifact-${name}`) }];
    }
    if (call === "ListArtifacts") {
      const backend = { workflow_run_backend_id: "run", workflow_job_run_backend_id: "job" };
      return [200, { artifacts: known === undefined ? [] : [{ ...backend, database_id: "7", name, size: "1" }] }];
    }
    if (call === "DeleteArtifact") this.artifacts.delete(name);
    else if (known !== undefined) known.done = true;
    return [200, { ok: true, artifact_id: "7" }];
  }

  #signed(blob: string): string {
    return `${this.#address}/blobs/${encodeURIComponent(blob)}?sig=${this.signature}`;
  }

  /** As Azure's: in one piece, or in blocks and a list of them. */
  #blob(url: URL, call: Call, body: Buffer): readonly [number, Buffer | object] {
    const blob = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
    if (call === "download") return [200, this.#blobs.get(blob) ?? Buffer.alloc(0)];
    const part = url.searchParams.get("comp");
    if (part === "block") this.#blobs.set(`${blob}/${url.searchParams.get("blockid")}`, body);
    else if (part === "blocklist") this.#blobs.set(blob, this.#joined(blob, body.toString()));
    else this.#blobs.set(blob, body);
    return [201, {}];
  }

  #joined(blob: string, list: string): Buffer {
    const ids = [...list.matchAll(/<Latest>([^<]*)</g)].map(([, id = ""]) => id);
    return Buffer.concat(ids.map((id) => this.#blobs.get(`${blob}/${id}`) ?? Buffer.alloc(0)));
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
