import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { bridge } from "../../faults/bridge.ts";
import { certificate } from "../../faults/certificates.ts";
import type { Lane } from "./engines.ts";
import { git, temporaryFolder } from "./projects.ts";

export interface PrivateGit {
  /** The path of the only module that it serves, v1.0.0. */
  readonly module: string;
  readonly token: string;
  /** PEM. */
  readonly root: string;
}

/** A git server over HTTPS, as containers of that engine reach it, for those alone who know its token. */
export async function startPrivateGit(lane: Lane): Promise<PrivateGit> {
  const address = await bridge(lane);
  const module = `${address}/acme/lib.git`;
  const token = "tok/En:of+the git 44";
  const folder = await temporaryFolder();
  await repository(folder, module);
  const pair = await certificate(address, "unknown", folder);
  const server = createServer(pair, async ({ headers, url = "" }, answer) => {
    const [, basic = ""] = /^Basic (.*)$/.exec(headers.authorization ?? "") ?? [];
    if (!Buffer.from(basic, "base64").toString().endsWith(`:${token}`)) {
      answer.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
      return;
    }
    const [, path = ""] = /^\/acme\/lib(?:\.git)?\/([\w./-]+)/.exec(url) ?? [];
    const content = await readFile(join(folder, "lib/.git", path)).catch(() => undefined);
    answer.writeHead(content === undefined ? 404 : 200).end(content);
  });
  server.listen(443, address);
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { module, token, root: pair.cert };
}

/** As a server of plain files needs it. */
async function repository(folder: string, module: string): Promise<void> {
  const path = join(folder, "lib");
  await mkdir(path);
  await writeFile(join(path, "go.mod"), `module ${module}\n\ngo 1.16\n`);
  await writeFile(join(path, "lib.go"), 'package lib\n\nfunc Word() string { return "private" }\n');
  await git(path, "init", "--quiet", "--initial-branch", "main");
  await git(path, "add", "--all");
  await git(path, "commit", "--quiet", "--message", "the module");
  await git(path, "tag", "v1.0.0");
  await git(path, "update-server-info");
}
