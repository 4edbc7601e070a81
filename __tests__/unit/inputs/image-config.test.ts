import { describe, expect, it } from "vitest";
import { argumentName, buildArgument, imageSecret, stageName } from "../../../src/inputs/image-build.ts";
import { imageInstruction } from "../../../src/inputs/image-config.ts";

describe("an instruction of image-config", () => {
  it.each([
    ["expose 8080 9090/udp", "EXPOSE 8080 9090/udp"],
    ["ENV ADDRESS=:8080", 'ENV ADDRESS=":8080"'],
    ['ENV A=a "b" $HOME \\', 'ENV A="a \\"b\\" \\$HOME \\\\"'],
    ["ENV EMPTY=", 'ENV EMPTY=""'],
    ["VOLUME /data", 'VOLUME ["/data"]'],
    ["WORKDIR /data", "WORKDIR /data"],
    ["STOPSIGNAL SIGINT", "STOPSIGNAL SIGINT"],
    ["HEALTHCHECK CMD /hello ping", 'HEALTHCHECK CMD ["/hello", "ping"]'],
    [
      'HEALTHCHECK --interval=30s --retries=3 CMD ["/hello", "a b"]',
      'HEALTHCHECK --interval=30s --retries=3 CMD ["/hello", "a b"]',
    ],
    ["HEALTHCHECK none", "HEALTHCHECK NONE"],
  ])("%s", (line, expected) => {
    expect(imageInstruction(line)).toBe(expected);
  });

  it.each([
    ["RUN evil", /expected one of EXPOSE, ENV, VOLUME/],
    ["EXPOSE http", /expected ports\. Write for instance `EXPOSE 8080`/],
    ["ENV API_TOKEN=x", /API_TOKEN sounds like a secret/],
    ["ENV x", /expected NAME=value/],
    ["VOLUME data", /expected an absolute path/],
    ["VOLUME /a b", /expected an absolute path/],
    ["STOPSIGNAL term", /expected a signal/],
    ["HEALTHCHECK /hello", /expected CMD and a command/],
    ["HEALTHCHECK CMD [1]", /expected a list of strings/],
    ["constructor x", /expected one of/],
  ])("is not %s", (line, message) => {
    expect(() => imageInstruction(line)).toThrow(message);
  });
});

describe("what an own Dockerfile is built with", () => {
  it.each([
    ["NPM_TOKEN", { id: "NPM_TOKEN", from: { env: "NPM_TOKEN" } }],
    ["id=npm,env=NPM_TOKEN", { id: "npm", from: { env: "NPM_TOKEN" } }],
    ["id=npm.rc,src=./a/.npmrc", { id: "npm.rc", from: { file: "a/.npmrc" } }],
  ])("the secret %s", (line, expected) => {
    expect(imageSecret(line)).toEqual(expected);
  });

  it.each([
    ["npm=x", /expected a secret as docker takes it/],
    ["id=npm,src=/etc/shadow", /absolute/],
    ["id=npm,src=../x", /outside the workspace/],
    ["id=a,b,env=X", /expected a secret/],
    ["id=npm,env=a-b", /a variable's name/],
  ])("no secret %s", (line, message) => {
    expect(() => imageSecret(line)).toThrow(message);
  });

  it("an argument that says no secret, and whose value no message tells", () => {
    expect(buildArgument("VARIANT=full, and more")).toBe("VARIANT=full, and more");
    expect(argumentName("VARIANT=full")).toBe("VARIANT");
    for (const name of ["NPM_TOKEN", "my_password", "API_KEY", "apikey", "GITHUB_AUTH", "PrivateKey"])
      expect(() => buildArgument(`${name}=x`), name).toThrow("sounds like a secret");
    for (const name of ["TOKENIZER", "AUTHOR", "KEYBOARD"]) expect(buildArgument(`${name}=x`)).toBe(`${name}=x`);
    expect(() => buildArgument("=x")).toThrow("expected NAME=value");
  });

  it("a stage by its name", () => {
    expect(stageName("final.2")).toBe("final.2");
    expect(() => stageName("-x")).toThrow("not the name of a stage");
  });
});
