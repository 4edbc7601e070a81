import { expect, it } from "vitest";
import { basicAuthorization } from "../../../src/registry/token-request.ts";

it("writes a login of any length", () => {
  const login = { username: "ada", password: "é".repeat(300_000) };
  const [, sent = ""] = basicAuthorization(login).split(" ");
  expect(Buffer.from(sent, "base64").toString()).toBe(`ada:${login.password}`);
});
