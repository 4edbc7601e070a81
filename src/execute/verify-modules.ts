import { join } from "node:path";
import type { Container } from "../engine/engine.ts";
import type { Log } from "../host/host.ts";
import { removeTree } from "../leftovers/remove-tree.ts";
import type { Workspace } from "../project/project.ts";

const deadline = 5 * 60_000;

/**
 * Lets go compare the modules of a restored cache with what was once downloaded; against `go.sum` it checks them itself
 * when it uses them. Where something was changed, the modules go, and are downloaded again.
 */
export async function verifyModules(
  container: Container,
  workspace: Workspace,
  modules: string,
  log: Log,
): Promise<void> {
  if (workspace.mode === "gopath") return;
  for (const dir of workspace.moduleDirs) {
    let said = "";
    const { exitCode } = await container.run(
      { command: ["go", "mod", "verify"], workdir: join(workspace.containerPath, dir), env: {}, alone: true },
      (_, text) => {
        said = (said + text).slice(-64 * 1024);
      },
      deadline,
    );
    const changed = said.split("\n").find((line) => /has been modified|checksum mismatch|missing ziphash/i.test(line));
    if (exitCode === 0 || changed === undefined) continue;
    log.warning(`The cache's modules are not used: ${changed.trim()}`);
    await removeTree(join(modules, "mod"));
    return;
  }
}
