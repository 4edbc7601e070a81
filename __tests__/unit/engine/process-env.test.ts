import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clientEnv, outlivingEnv, plainEnv, serviceEnv } from "../../../src/engine/process-env.ts";

const inputs = {
  INPUT_PASSWORD: "canary",
  "INPUT_GIT-TOKEN": "canary",
  INPUT_ENV: "TOKEN=canary",
  "input_image-secrets": "canary",
  GO_DOCKER_ACTION_PASSWORD: "canary",
  GO_DOCKER_ACTION_GIT_TOKEN: "canary",
  GITHUB_TOKEN: "canary",
  GH_TOKEN: "canary",
};
const runner = {
  ACTIONS_RUNTIME_TOKEN: "canary",
  ACTIONS_RUNTIME_URL: "canary",
  ACTIONS_RESULTS_URL: "canary",
  ACTIONS_CACHE_URL: "canary",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "canary",
  ACTIONS_ID_TOKEN_REQUEST_URL: "canary",
};
const files = { GITHUB_ENV: "f", GITHUB_OUTPUT: "f", GITHUB_PATH: "f", GITHUB_STATE: "f", GITHUB_STEP_SUMMARY: "f" };
const client = {
  PATH: "/bin",
  HOME: "/root",
  DOCKER_HOST: "unix:///x",
  DOCKER_CONFIG: "/c",
  CONTAINERS_CONF: "/p",
  XDG_RUNTIME_DIR: "/run",
  https_proxy: "http://proxy",
  SSH_AUTH_SOCK: "/agent",
};
const clouds = {
  AWS_SECRET_ACCESS_KEY: "a",
  GOOGLE_APPLICATION_CREDENTIALS: "g",
  AZURE_CLIENT_SECRET: "z",
  BUILDX_CONFIG: "/b",
};
const marks = { RUNNER_TRACKING_ID: "1", BUILD_ID: "2" };
const other = { NPM_TOKEN: "n", GITHUB_REPOSITORY: "acme/hello" };
const all = { ...inputs, ...runner, ...files, ...client, ...clouds, ...marks, ...other };

describe("the environment of a process on the host", () => {
  it.each([
    [
      "an engine's client: all but what is the action's and the job's",
      clientEnv,
      { ...client, ...clouds, ...marks, ...other },
    ],
    [
      "a client that outlives the job: no mark by which runners find it",
      outlivingEnv,
      { ...client, ...clouds, ...other },
    ],
    ["a shell: what it and an engine's client need", plainEnv, client],
    [
      "the process that asks the runner's services: the job's tokens, no input",
      serviceEnv,
      { ...client, ...clouds, ...marks, ...other, ...runner, ...files },
    ],
  ])("of %s", (_, make, expected) => {
    expect(make(all)).toEqual(expected);
  });

  it("is chosen wherever a process is started", async () => {
    const folder = join(import.meta.dirname, "../../../src");
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
    const texts = await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
    );
    const starting = texts.filter(([, text]) => /node:child_process|@actions\/exec/.test(text));
    expect(starting.filter(([, text]) => !/\benv\b/.test(text)).map(([name]) => name)).toEqual([]);
    const whole = texts.filter(([, text]) => /\.\.\.process\.env|env: process\.env|\?\? process\.env[,;)]/.test(text));
    expect(whole.map(([name]) => name)).toEqual([]);
  });
});
