import { expect, it } from "vitest";
import { startContainer } from "../../../src/engine/start-container.ts";
import { CancelledError, ContainerError } from "../../../src/errors.ts";
import { containerOf } from "../../support/container-spec.ts";
import { fakeClient } from "../../support/fake-client.ts";

const spec = containerOf({});
const command = { command: ["go", "version"], workdir: "/src", env: {}, alone: false };

const holds = "echo ready gda-1; exec cat >/dev/null";
/** Deaf to every request to end, until the test is over and its folder gone. */
const hangs = 'trap "" TERM INT; echo begun; while [ -e "$0" ]; do sleep 0.2; done';

it("a run that is cancelled ends although the engine hangs", async () => {
  const { engine, folders } = await fakeClient({ run: hangs.replace("begun", "ready gda-1"), exec: hangs, rm: hangs });
  const controller = new AbortController();
  const container = await startContainer(engine, spec, folders, controller.signal);
  const cancel = () => {
    controller.abort(new CancelledError("SIGINT"));
    void container.remove();
  };
  await expect(container.run(command, cancel, 60_000)).rejects.toThrow(CancelledError);
});

it("a start that is cancelled ends although the engine hangs", async () => {
  const { engine, folders } = await fakeClient({ run: hangs.replace("echo begun;", ""), exec: hangs, rm: "exit 0" });
  const controller = new AbortController();
  const starting = startContainer(engine, spec, folders, controller.signal);
  controller.abort(new CancelledError("SIGINT"));
  await expect(starting).rejects.toThrow(CancelledError);
});

it.each([
  ["no exit code was left", "exit 0"],
  ["another exit code was left", 'echo "1 0" >"$status/0"; exit 0'],
  ["something else was left", 'echo 0 >"$status/0"; exit 0'],
  ["the client died", 'echo "0 0" >"$status/0"; kill -KILL $$'],
])("an end is believed to be the command's own only when both ways agree: %s", async (_, exec) => {
  const { engine, folders } = await fakeClient({ run: holds, exec, rm: "exit 0" });
  const container = await startContainer(engine, spec, folders, new AbortController().signal);
  await expect(container.run(command, () => {}, 60_000)).rejects.toThrow(ContainerError);
  await container.remove();
});

it("an exit code and a want of memory are told", async () => {
  const exec = 'echo "7 2" >"$status/0"; exit 7';
  const { engine, folders } = await fakeClient({ run: holds, exec, rm: "exit 0" });
  const container = await startContainer(engine, spec, folders, new AbortController().signal);
  expect(await container.run(command, () => {}, 60_000)).toEqual({ exitCode: 7, timedOut: false, outOfMemory: true });
  await container.remove();
});
