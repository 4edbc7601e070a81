import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { type Header, pack } from "tar-stream";
import { uploadArtifact } from "../../../src/host/github-artifacts.ts";
import { GithubCache } from "../../../src/host/github-cache.ts";
import { GithubLog } from "../../../src/host/github-log.ts";
import { askService } from "../../../src/host/services/ask.ts";
import { repository } from "../engines.ts";
import { type Accident, type Call, StubServices } from "./stub-services.ts";

/** A way in which the runner's services misbehave. `play` gives what went wrong on our side: nothing, it should be. */
export interface ServiceFault {
  /** As in the catalogue. */
  readonly id: "F20" | "F21" | "F22" | "F35";
  readonly variant: string;
  /** The toolkit's own patience is long with some. */
  readonly slow: boolean;
  play(): Promise<readonly string[]>;
}

/** What a fault is played on: the stub, folders, and our own program as the one that asks. */
interface Stage {
  readonly stub: StubServices;
  readonly temp: string;
  readonly workspace: string;
  readonly cache: GithubCache;
  readonly upload: (name: string) => Promise<string>;
  /** What the runner was given to read. */
  readonly log: () => string;
}

const name = "go-docker-action/cache";

async function onStage(work: (stage: Stage) => Promise<readonly string[]>, still = 60_000): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), "gda-services-"));
  const [temp, workspace] = [join(root, "temp"), join(root, "workspace")];
  for (const folder of [temp, workspace]) await mkdir(folder);
  await writeFile(join(workspace, "file"), "content");
  const stub = await StubServices.start();
  const read: string[] = [];
  const out = new PassThrough().on("data", (piece: Buffer) => read.push(piece.toString()));
  const log = new GithubLog(out);
  const ask: Parameters<typeof uploadArtifact>[2] = (request) =>
    askService(request, {
      program: [process.execPath, join(repository, "src/main.ts")],
      env: { PATH: process.env["PATH"], RUNNER_TEMP: temp, ...stub.env },
      signal: new AbortController().signal,
      log,
      patience: { total: 5 * 60_000, still, look: 200 },
    });
  const stage = {
    stub,
    temp,
    workspace,
    cache: new GithubCache(join(temp, name), temp, log, ask),
    upload: (artifact: string) =>
      uploadArtifact({ name: artifact, files: ["file"], retentionDays: undefined }, workspace, ask).then(
        () => "",
        ({ message }: Error) => message,
      ),
    log: () => read.join(""),
  };
  try {
    return [...(await work(stage)), ...(await always(stage))];
  } finally {
    stub.stop();
    await rm(root, { recursive: true });
  }
}

/** Whatever happened: nothing lies about, and no signed address can be read in the log. */
async function always({ temp, stub, log }: Stage): Promise<readonly string[]> {
  const left = (await readdir(temp)).filter((entry) => entry !== "go-docker-action");
  const shown = log().replace(/^::add-mask::.*$/gm, "");
  return [
    ...(left.length > 0 ? [`left in the temporary folder: ${left}`] : []),
    ...(shown.includes(stub.signature) ? ["a signed address is in the log"] : []),
  ];
}

/** A cold start with one warning, of a folder that is there and empty. */
async function cold({ cache, log }: Stage): Promise<readonly string[]> {
  const found = await cache.restore("k-new", ["k-"]);
  const files = await readdir(cache.folder);
  return [
    ...(found === undefined ? [] : [`restored ${found}`]),
    ...(files.length === 0 ? [] : [`in the cache: ${files}`]),
    ...warned(log(), 1),
  ];
}

function warned(log: string, times: number): readonly string[] {
  const warnings = log.match(/^::(warning|error)::.*/gm) ?? [];
  return warnings.length === times ? [] : [`${warnings.length} warnings: ${warnings.join(" ")}`];
}

type Entry = Partial<Header> & { readonly content?: string };

async function archive(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content = "", ...header } of entries) tar.entry({ name: "x", ...header }, content);
  tar.finalize();
  return buffer(tar);
}

const plain: readonly Entry[] = [
  { name, type: "directory" },
  ...Array.from({ length: 40 }, (_, i) => ({ name: `${name}/1000/build/${i}`, content: `${i}`.repeat(997 * i) })),
];

const hostile: Readonly<Record<string, Entry>> = {
  "`../`": { name: `${name}/../../../gda-escaped`, content: "x" },
  "an absolute name": { name: "/tmp/gda-escaped", content: "x" },
  "a symbolic link": { name: `${name}/link`, type: "symlink", linkname: "/etc" },
  "a hard link": { name: `${name}/link`, type: "link", linkname: "/etc/passwd" },
  "a device": { name: `${name}/null`, type: "character-device", devmajor: 1, devminor: 3 },
  "a pipe": { name: `${name}/pipe`, type: "fifo" },
};

/** An entry of four terabytes, as it says. */
async function bomb(): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name: `${name}/bomb`, size: 2 ** 42 });
  for await (const header of tar) return header as Buffer;
  throw new Error("no header");
}

function damaged(variant: string, bytes: () => Promise<Buffer>): ServiceFault {
  return {
    id: "F20",
    variant,
    slow: false,
    play: () =>
      onStage(async (stage) => {
        stage.stub.caches.set("k-old", await bytes());
        const wrong = await cold(stage);
        await stage.cache.save("k-new");
        return [...wrong, ...(stage.stub.caches.has("k-new") ? [] : ["was not healed by a new cache"])];
      }),
  };
}

const twenty = Array.from({ length: 20 }, (_, i) => i);

/** Behind gzip's remarks, of which some may change without any effect. */
function flipped(bytes: Buffer, i: number): Buffer {
  const at = 20 + Math.floor(((bytes.length - 28) * i) / 20);
  return Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte)));
}

const archives: readonly ServiceFault[] = [
  ...twenty.map((i) =>
    damaged(`truncated at ${5 * i} %`, async () => {
      const whole = zstdCompressSync(await archive(plain));
      return whole.subarray(0, Math.floor((whole.length * i) / 20));
    }),
  ),
  ...twenty.map((i) => damaged(`bit-flip ${i + 1}`, async () => flipped(gzipSync(await archive(plain)), i))),
  ...Object.entries(hostile).map(([variant, entry]) =>
    damaged(variant, async () => zstdCompressSync(await archive([...plain, entry]))),
  ),
  damaged("a bomb", async () => zstdCompressSync(Buffer.concat([await archive(plain).then(withoutEnd), await bomb()]))),
];

/** A tar ends with two empty blocks. */
function withoutEnd(tar: Buffer): Buffer {
  return tar.subarray(0, tar.length - 1024);
}

const accidents: readonly Accident[] = [403, 409, 429, 500, "reset", "stall"];

function misbehaving(
  id: "F21" | "F22",
  call: Call,
  accident: Accident,
  play: (stage: Stage) => Promise<readonly string[]>,
): ServiceFault {
  const prepared = (stage: Stage) => {
    stage.stub.accident = (called) => (called === call ? accident : undefined);
    return play(stage);
  };
  return {
    id,
    variant: `${call}: ${accident}`,
    slow: accident === 500 || (accident === 429 && id === "F22") || call === "upload" || call === "download",
    play: () => onStage(prepared, accident === "stall" ? 3_000 : undefined),
  };
}

/** A service that says no is not broken: that is a line, and no warning. */
function isRefusal(accident: Accident): boolean {
  return accident === 403 || accident === 409;
}

/** What should not be the case, and is. */
function wrong(cases: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.keys(cases).filter((found) => cases[found] === true);
}

const restores: readonly ServiceFault[] = (["GetCacheEntryDownloadURL", "download"] as const).flatMap((call) =>
  accidents.map((accident) =>
    misbehaving("F21", call, accident, async (stage) => {
      stage.stub.caches.set("k-old", zstdCompressSync(await archive(plain)));
      const found = await stage.cache.restore("k-new", ["k-"]);
      const files = await readdir(stage.cache.folder);
      const refused = call === "GetCacheEntryDownloadURL" && isRefusal(accident);
      return [
        ...wrong({ "was restored": found !== undefined, "something is in the cache": files.length > 0 }),
        ...warned(stage.log(), refused ? 0 : 1),
      ];
    }),
  ),
);

const saves: readonly ServiceFault[] = (["CreateCacheEntry", "upload", "FinalizeCacheEntryUpload"] as const).flatMap(
  (call) =>
    accidents.map((accident) =>
      misbehaving("F21", call, accident, async (stage) => {
        await stage.cache.restore("k-new", ["k-"]);
        await writeFile(join(stage.cache.folder, "file"), "content");
        await stage.cache.save("k-new");
        return [
          ...wrong({
            "was saved": stage.stub.caches.has("k-new"),
            "said that it was saved": stage.log().includes("Saved the cache"),
          }),
          ...warned(stage.log(), call === "CreateCacheEntry" && isRefusal(accident) ? 0 : 1),
        ];
      }),
    ),
);

/** Either the artifact is whole, or the failure is said; and what another job uploaded is untouched. */
async function uploaded(stage: Stage, expected: "whole" | "failed"): Promise<readonly string[]> {
  const message = await stage.upload("ours");
  const state = stage.stub.artifact("ours") === undefined ? "failed" : "whole";
  const told = /^The artifact ours could not be uploaded: ./.test(message) ? "failed" : "whole";
  return [state, told].every((each) => each === expected) ? [] : [`is ${state} instead of ${expected}: ${message}`];
}

const uploads: readonly ServiceFault[] = [
  ...(["CreateArtifact", "upload", "FinalizeArtifact"] as const).flatMap((call) =>
    accidents.map((accident) => misbehaving("F22", call, accident, (stage) => uploaded(stage, "failed"))),
  ),
  once("FinalizeArtifact fails once, then the name is taken by its own half", "FinalizeArtifact", 403, "whole"),
  once("FinalizeArtifact is done, and its answer lost", "FinalizeArtifact", "lost", "whole"),
  once("CreateArtifact breaks off once", "CreateArtifact", "reset", "whole"),
  {
    id: "F22",
    variant: "another job's artifact of that name, and a connection that broke",
    slow: false,
    play: () =>
      onStage(async (stage) => {
        stage.stub.artifacts.set("ours", { blob: "theirs", done: true });
        stage.stub.accident = (call, nth) => (call === "CreateArtifact" && nth === 1 ? "reset" : undefined);
        const message = await stage.upload("ours");
        return [
          ...(stage.stub.artifacts.get("ours")?.blob === "theirs" ? [] : ["another's artifact is gone"]),
          ...(message.includes("409") ? [] : [`not told: ${message}`]),
        ];
      }),
  },
];

function once(variant: string, call: Call, accident: Accident, expected: "whole" | "failed"): ServiceFault {
  const play = (stage: Stage) => {
    stage.stub.accident = (called, nth) => (called === call && nth === 1 ? accident : undefined);
    return uploaded(stage, expected);
  };
  return { id: "F22", variant, slow: false, play: () => onStage(play) };
}

/** What becomes of the file while the service has our first call. */
const changes: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  changes: (file) => writeFile(file, "something else"),
  vanishes: (file) => rm(file),
  "becomes a link": (file) => rm(file).then(() => symlink("/etc/passwd", file)),
};

const unsteady: readonly ServiceFault[] = Object.entries(changes).map(([variant, change]) => ({
  id: "F35",
  variant,
  slow: false,
  play: () =>
    onStage(async (stage) => {
      let changed: Promise<unknown> = Promise.resolve();
      stage.stub.accident = (call) => {
        if (call === "CreateArtifact") changed = change(join(stage.workspace, "file"));
        return undefined;
      };
      const message = await stage.upload("ours");
      await changed;
      return /: file changed or vanished meanwhile/.test(message) ? [] : [`not told: ${message}`];
    }),
}));

/** The runner's services as they misbehave, on a stub of them, with the toolkit's own clients. */
export function serviceFaults(): readonly ServiceFault[] {
  return [...archives, ...restores, ...saves, ...uploads, ...unsteady];
}
