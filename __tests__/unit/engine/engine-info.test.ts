import { describe, expect, it } from "vitest";
import { readEngineInfo, serverError } from "../../../src/engine/engine-info.ts";
import { isTransient } from "../../../src/engine/transient.ts";

const info = (more: object) =>
  JSON.stringify({ ServerVersion: "28.5.2", OSType: "linux", Architecture: "x86_64", ...more });
const containerd = { DriverStatus: [["driver-type", "io.containerd.snapshotter.v1"]] };

describe("what the engine tells", () => {
  it.each([
    [
      "buildx and the containerd store",
      info({ ...containerd, ClientInfo: { Version: "28.5.2" } }),
      true,
      "buildx",
      true,
    ],
    ["buildx on the classic store", info({ ClientInfo: { Version: "28.5.2" } }), true, "buildx", false],
    [
      "the containerd store without buildx",
      info({ ...containerd, ClientInfo: { Version: "28.5.2" } }),
      false,
      "legacy",
      false,
    ],
    [
      "client 20.10, which hides its version",
      info({ ServerVersion: "20.10.24", ClientInfo: {} }),
      false,
      "buildkit",
      false,
    ],
    ["client 28 without buildx", info({ ClientInfo: { Version: "28.2.2" } }), false, "legacy", false],
  ])("%s", (_, json, hasBuildx, imageBuilder, multiPlatform) => {
    expect(readEngineInfo("docker", json, hasBuildx)).toMatchObject({
      imageBuilder,
      multiPlatform,
      platform: "linux/amd64",
    });
  });

  it.each(["", "not json", "{}", '{"ServerVersion":"","ServerErrors":["Cannot connect"]}'])("no engine: %j", (json) => {
    expect(readEngineInfo("docker", json, true)).toBeUndefined();
  });

  it("registries that it reaches without TLS", () => {
    const IndexConfigs = { "docker.io": { Secure: true }, "registry.lan:5000": { Secure: false } };
    const docker = info({ RegistryConfig: { InsecureRegistryCIDRs: ["127.0.0.0/8"], IndexConfigs } });
    expect(readEngineInfo("docker", docker, true)?.insecureRegistries).toEqual(["registry.lan:5000", "127.0.0.0/8"]);
    expect(readEngineInfo("docker", info({}), true)?.insecureRegistries).toEqual([]);
    const podman = (registries: object) =>
      JSON.stringify({ version: { Version: "4.3.1" }, host: { os: "linux", arch: "amd64" }, registries });
    const configured = {
      search: ["docker.io"],
      "registry.lan:5000": { Insecure: true },
      "quay.io": { Insecure: false },
    };
    expect(readEngineInfo("podman", podman(configured), false)?.insecureRegistries).toEqual(["registry.lan:5000"]);
  });

  it("why there is none", () => {
    expect(serverError('{"ServerErrors":["Cannot connect"]}')).toBe("Cannot connect");
    expect(serverError("garbage")).toBe("");
  });

  it.each([
    ["received unexpected HTTP status: 503 Service Unavailable", true],
    ["toomanyrequests: You have reached your pull rate limit", true],
    ["read: connection reset by peer", true],
    ["unexpected EOF", true],
    ["denied: requested access to the resource is denied", false],
    ["unauthorized: authentication required", false],
    ["manifest for golang:1.99 not found: manifest unknown", false],
    ["no space left on device", false],
    ['i/o timeout\nprocess "/bin/sh -c make" did not complete successfully: exit code: 1', false],
    ["executor failed running [/bin/sh -c curl x]: exit code: 7\nconnection refused", false],
    ["connection refused\nThe command '/bin/sh -c make' returned a non-zero code: 2", false],
    ['connection refused\nError: building at STEP "RUN make": while running runtime: exit status 1', false],
  ])("%s: another try is %s", (output, expected) => {
    expect(isTransient(output)).toBe(expected);
  });
});
