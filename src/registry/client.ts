import { digestOf } from "../digest.ts";
import { ImageError } from "../errors.ts";
import { type ImageRef, isDigest } from "../inputs/image-ref.ts";
import { quoted } from "../quoted.ts";
import { bodyLimits, mostDescriptors } from "./body-limits.ts";
import { type Answer, type Manner, RegistryConnection } from "./connection.ts";
import { parseObject } from "./json.ts";
import { type Descriptor, type ImageConfig, isManifest, type Manifest, type StoredManifest } from "./manifest.ts";
import { promisedBytes } from "./promised-bytes.ts";
import type { FileBody } from "./put-file.ts";

/** Bytes for each millisecond: who is slower than that does not go on. */
const slowest = 64;
/** Milliseconds, whatever size a manifest tells. */
const mostPatient = 60 * 60_000;

interface WrittenConfig {
  readonly os?: unknown;
  readonly architecture?: unknown;
  readonly variant?: unknown;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null };
}

interface Content {
  readonly digest: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One repository of one registry: its manifests, blobs and tags. */
export class RegistryClient {
  readonly #connection: RegistryConnection;
  readonly #deadline: number;

  constructor(ref: ImageRef, manner: Manner) {
    this.#connection = new RegistryConnection(ref, manner);
    this.#deadline = manner.patience.deadline;
  }

  async manifest(reference: string): Promise<Content & { readonly manifest: Manifest }> {
    const content = await this.#content(`manifests/${reference}`, reference, bodyLimits.manifest);
    const manifest = this.#parse<Manifest>(content.bytes);
    if (!isManifest(manifest)) throw this.strange("something that is no manifest");
    const { manifests = [], layers = [] } = manifest;
    if (manifests.length > mostDescriptors || layers.length > mostDescriptors)
      throw this.strange(`a manifest of more than ${mostDescriptors} images or layers`);
    return { ...content, manifest };
  }

  async config(digest: string): Promise<ImageConfig> {
    const { bytes } = await this.#content(`blobs/${digest}`, digest, bodyLimits.config);
    const { os, architecture, variant, config } = this.#parse<WrittenConfig>(bytes);
    return { os: word(os), architecture: word(architecture), variant: word(variant), labels: config?.Labels ?? {} };
  }

  /** Hands a layer on as it comes. What breaks off is asked for again, and used anew. */
  async layer<T>(layer: Descriptor, use: (content: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
    const deadline = this.#deadlineFor(layer.size);
    let used: { readonly value: T } | undefined;
    const take = async (body: AsyncIterable<Uint8Array>) => {
      used = { value: await promisedBytes(layer, body, this.#connection.name, use) };
    };
    const answer = await this.#connection.request(this.#connection.address(`blobs/${layer.digest}`), {
      deadline,
      take,
    });
    if (used === undefined) throw this.refusal(answer);
    return used.value;
  }

  /** Whether it would take a layer of ours: the status of its answer to an upload that is given up at once. */
  async askToPush(): Promise<number> {
    const url = this.#connection.address("blobs/uploads/");
    const { status, headers } = await this.#connection.request(url, { method: "POST" });
    const upload = headers.get("location") ?? "";
    const session = URL.canParse(upload, url.href) ? new URL(upload, url) : undefined;
    // The registry gives it up by itself, too.
    if (status === 202 && session?.origin === url.origin)
      await this.#connection.exchange(session, { method: "DELETE" }).catch(() => undefined);
    return status;
  }

  /** Sends what is not there; gives the number of bytes that were sent. */
  async upload(digest: string, content: FileBody): Promise<number> {
    const connection = this.#connection;
    const there = await connection.request(connection.address(`blobs/${digest}`), { method: "HEAD" });
    if (there.status === 200) return 0;
    if (there.status !== 404) throw connection.refusal(there, "write");
    const start = connection.address("blobs/uploads/");
    const deadline = this.#deadlineFor(content.size);
    // What has failed half-way cannot be gone on with: each attempt is an upload of its own.
    const send = async (): Promise<Answer> => {
      const begun = await connection.exchange(start, { method: "POST" });
      const location = begun.headers.get("location");
      if (begun.status !== 202 || location === null) return begun;
      const url = connection.address(location, start);
      url.searchParams.set("digest", digest);
      const type = "application/octet-stream";
      return connection.exchange(url, { method: "PUT", body: content, type, deadline });
    };
    const answer = await connection.retried(send, start, { deadline });
    if (answer.status !== 201) throw connection.refusal(answer, "write");
    return content.size;
  }

  /** Puts a manifest under its digest or a tag; gives the registry's answer where that is a refusal. */
  async putManifest(reference: string, { bytes, mediaType }: StoredManifest): Promise<Answer | undefined> {
    const url = this.#connection.address(`manifests/${reference}`);
    const answer = await this.#connection.request(url, { method: "PUT", body: bytes, type: mediaType });
    // Registries differ in how they say yes; what they hold then is looked at.
    return [200, 201, 202].includes(answer.status) ? undefined : answer;
  }

  /** What a tag leads to; empty where the registry does not say, undefined where there is none. */
  async digestOf(tag: string): Promise<string | undefined> {
    const answer = await this.#connection.request(this.#connection.address(`manifests/${tag}`), { method: "HEAD" });
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw this.refusal(answer);
    const digest = answer.headers.get("docker-content-digest") ?? "";
    return isDigest(digest) ? digest : "";
  }

  refusal(answer: Answer, deed: "read" | "write" = "read"): ImageError {
    return this.#connection.refusal(answer, deed);
  }

  strange(what: string): ImageError {
    return this.#connection.strange(what);
  }

  #deadlineFor(size: number): number {
    return this.#deadline + Math.min(Math.round(size / slowest), mostPatient);
  }

  async #content(path: string, reference: string, limit: number): Promise<Content> {
    const answer = await this.#connection.request(this.#connection.address(path), { limit });
    if (answer.status !== 200) throw this.refusal(answer);
    const { headers, bytes } = answer;
    const digest = digestOf(bytes);
    const promised = isDigest(reference) ? reference : (headers.get("docker-content-digest") ?? digest);
    if (promised !== digest) {
      throw new ImageError(
        `The registry answered for ${this.#connection.name} with ${digest} where it promised ${isDigest(promised) ? promised : quoted(promised)}.`,
        "Something changes its answers: look for a proxy or a broken mirror before it, then push again.",
      );
    }
    return { digest, type: mediaType(headers), bytes };
  }

  #parse<T extends object>(bytes: Uint8Array): Partial<T> {
    return parseObject<T>(bytes, (what) => this.strange(what));
  }
}

/** A part of a platform's name, or nothing. */
function word(value: unknown): string {
  return typeof value === "string" && /^[\w.-]{1,64}$/.test(value) ? value : "";
}

function mediaType(headers: Headers): string {
  return /^[\w.+/-]{1,255}/.exec(headers.get("content-type") ?? "")?.[0] ?? "";
}
