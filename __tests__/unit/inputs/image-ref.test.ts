import { describe, expect, test } from "vitest";
import { imageName, imageRefText, isDigest, isTag, parseImageRef } from "../../../src/inputs/image-ref.ts";

const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

describe("parseImageRef", () => {
  test.each([
    ["alpine", { registry: "docker.io", repository: "library/alpine", tag: "", digest: "" }],
    ["alpine:3.20", { registry: "docker.io", repository: "library/alpine", tag: "3.20", digest: "" }],
    ["acme/app", { registry: "docker.io", repository: "acme/app", tag: "", digest: "" }],
    ["docker.io/alpine", { registry: "docker.io", repository: "library/alpine", tag: "", digest: "" }],
    ["index.docker.io/acme/app", { registry: "docker.io", repository: "acme/app", tag: "", digest: "" }],
    ["ghcr.io/acme/app:V1", { registry: "ghcr.io", repository: "acme/app", tag: "V1", digest: "" }],
    ["ghcr.io/app", { registry: "ghcr.io", repository: "app", tag: "", digest: "" }],
    ["127.0.0.1:5000/acme/hello", { registry: "127.0.0.1:5000", repository: "acme/hello", tag: "", digest: "" }],
    ["localhost/app:1", { registry: "localhost", repository: "app", tag: "1", digest: "" }],
    ["registry:5000/app:1", { registry: "registry:5000", repository: "app", tag: "1", digest: "" }],
    ["[::1]:5000/app", { registry: "[::1]:5000", repository: "app", tag: "", digest: "" }],
    [`golang:1.27@${digest}`, { registry: "docker.io", repository: "library/golang", tag: "1.27", digest }],
    [`localhost:5000/a/b@${digest}`, { registry: "localhost:5000", repository: "a/b", tag: "", digest }],
    ["gcr.io/a.b/c_d/e__f/g---h", { registry: "gcr.io", repository: "a.b/c_d/e__f/g---h", tag: "", digest: "" }],
  ])("%s", (text, expected) => {
    expect(parseImageRef(text)).toEqual(expected);
  });

  test.each([
    ["", /empty.*Write/],
    ["https://ghcr.io/acme/app", /no "https:\/\/"\. Write "ghcr.io\/acme\/app"\./],
    ["ghcr.io/Acme/App:V1", /lower case\. Write "ghcr.io\/acme\/app:V1"\./],
    ["Acme/app", /lower case\. Write "acme\/app"\./],
    ["ghcr.io/acme/my app", /no spaces/],
    ["acme/app\nRUN", /no spaces/],
    ["app:", /no tag after/],
    ["app:-x", /does not begin/],
    ["app:a:b", /a tag is made of/],
    [`app:${"x".repeat(129)}`, /129 characters/],
    ["app@sha256:abc", /64 hex digits/],
    [`app@${digest.toUpperCase()}`, /64 hex digits/],
    ["app@", /64 hex digits/],
    ["f".repeat(64), /image ID/],
    [`ghcr.io/${"a".repeat(256)}`, /256 characters/],
    ["ghcr.io/", /a repository is/],
    ["ghcr.io//app", /a repository is/],
    ["acme/../app", /a repository is/],
    ["acme/app_", /a repository is/],
    ["acme/a___b", /a repository is/],
    ["-bad.io/app", /not a registry's host/],
    ["ghcr.io:99999/app", /not a registry's host/],
    ["$HOME.io/app", /not a registry's host/],
  ])("refuses %j", (text, message) => {
    expect(() => parseImageRef(text)).toThrow(message);
  });
});

test.each([
  "alpine",
  "alpine:3.20",
  "acme/app",
  "ghcr.io/acme/app:v1",
  "ghcr.io/library/app",
  "127.0.0.1:5000/acme/hello:1",
  `golang:1.27@${digest}`,
])("%s is shown as it was written", (text) => {
  expect(imageRefText(parseImageRef(text))).toBe(text);
});

test("docker.io and library/ are not shown", () => {
  expect(imageRefText(parseImageRef("docker.io/library/alpine:3"))).toBe("alpine:3");
  expect(imageName(parseImageRef("docker.io/library/a/b:3"))).toBe("library/a/b");
});

test.each([
  ["_a", true],
  ["1.2.3", true],
  ["x".repeat(128), true],
  ["x".repeat(129), false],
  [".a", false],
  ["-a", false],
  ["a+b", false],
  ["a\n", false],
  ["", false],
])("isTag(%j) is %s", (text, expected) => {
  expect(isTag(text)).toBe(expected);
});

test("a digest is sha256 and 64 lower-case hex digits", () => {
  expect(isDigest(digest)).toBe(true);
  for (const bad of [
    digest.slice(7),
    digest.slice(0, -1),
    `${digest}0`,
    digest.toUpperCase(),
    `${digest}\n`,
    digest.replace("256", "512"),
  ]) {
    expect(isDigest(bad)).toBe(false);
  }
});
