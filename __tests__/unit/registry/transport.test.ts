import { describe, expect, it } from "vitest";
import { transportOf } from "../../../src/registry/transport.ts";
import { tlsServer } from "../../support/tls-server.ts";

describe("a registry's transport", () => {
  it.each([
    ["ghcr.io", "https"],
    ["registry.lan", "https"],
    ["11.1.2.3", "https"],
    ["[fe00::1]:5000", "https"],
    ["10.example.org", "https"],
    ["127.0.0.1.example.org", "https"],
    ["docker.io", "https"],
    ["localhost:1", "http"],
    ["127.9.8.7:1", "http"],
    ["[::1]:1", "http"],
    ["127.0.0.2:1", "http"],
  ])("of %s is %s", async (registry, expected) => {
    expect(await transportOf(registry, ["registry.lan:5000", "10.0.0.0/8", "fd00::/16"])).toBe(expected);
  });

  it.each(["registry.invalid:5000", "127.0.0.1:1"])(
    "is none of TLS where the engine is told so, and there is none: %s",
    async (registry) => {
      expect(await transportOf(registry, ["registry.invalid:5000", "127.0.0.0/8"])).toBe("http");
    },
  );

  it("is TLS where it is spoken, on loopback, too", async () => {
    const { url } = await tlsServer("x");
    expect(await transportOf(new URL(url).host, [])).toBe("https");
  });
});
