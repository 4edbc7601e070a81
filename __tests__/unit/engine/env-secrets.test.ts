import { expect, it } from "vitest";
import { envSecrets } from "../../../src/engine/env-secrets.ts";

it.each([
  ["a value passed on by a name that says so", "API_TOKEN", undefined, ["of-the-caller"]],
  ["a value that is written out, as a runner fills it in", "API_TOKEN", "s3cr3t-value", ["s3cr3t-value"]],
  ["no word that the workflow itself shows", "POSTGRES_PASSWORD", "postgres", []],
  ["nothing that only says yes", "USE_AUTH", "true", []],
  ["no number of a port", "KEY_PORT", "5432", []],
  ["nothing of another name", "GREETING", "hello", []],
  ["the password in an address", "DATABASE_URL", "postgres://me:p%40ss1@db:5432/x?a=b", ["p%40ss1", "p@ss1"]],
  ["no word in an address", "DATABASE_URL", "postgres://postgres:postgres@db", []],
  ["nothing that others may have written into another variable", "PR_BODY", "see x://a:PASSED1@b", []],
  ["no address without one", "PROXY", "http://proxy:3128", []],
])("hides %s", (_, name, value, expected) => {
  expect(envSecrets([{ name, value }], { API_TOKEN: "of-the-caller" })).toEqual(expected);
});

it("hides a word that is passed on by its name alone", () => {
  expect(envSecrets([{ name: "DB_PASSWORD", value: undefined }], { DB_PASSWORD: "postgres" })).toEqual(["postgres"]);
});

it("hides nothing of a variable that nobody has set", () => {
  expect(envSecrets([{ name: "DB_PASSWORD", value: undefined }], {})).toEqual([]);
});

it("reads a value of any length in one pass", () => {
  const value = "a".repeat(2_000_000);
  expect(envSecrets([{ name: "A_URL", value: `${value}://x:${value}` }], {})).toEqual([]);
});
