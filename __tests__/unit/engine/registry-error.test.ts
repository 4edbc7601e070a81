import { describe, expect, it } from "vitest";
import { buildError } from "../../../src/engine/registry-error.ts";
import { DockerfileError, ImageError } from "../../../src/errors.ts";

const ended = (stderr: string) => ({ exitCode: 1, stdout: "", stderr, timedOut: false, reason: "" });

describe("a build that failed", () => {
  it.each([
    ['ERROR: failed to solve: process "/bin/sh -c false" did not complete successfully: exit code: 1'],
    ["executor failed running [/bin/sh -c false]: exit code: 1"],
    ["The command '/bin/sh -c false' returned a non-zero code: 1"],
    ['Error: building at STEP "RUN false": while running runtime: exit status 1'],
  ])("by a command of its Dockerfile is the code's: %s", (said) => {
    const error = buildError(ended(`#5 ...\n${said}\n`));
    expect(error).toBeInstanceOf(DockerfileError);
    expect([error.failureClass, error.message]).toEqual(["checks", `A command of the Dockerfile failed: ${said}`]);
  });

  it.each([
    ["ERROR: failed to solve: golang:9: failed to resolve source metadata: not found"],
    ['failed to compute cache key: "/nowhere": not found'],
    ["Error: creating build container: initializing source docker://x: 503"],
  ])("otherwise is the machine's: %s", (said) => {
    const error = buildError(ended(said));
    expect(error).toBeInstanceOf(ImageError);
    expect(error.message).toBe(`The image could not be built: ${said}`);
  });
});
