import { expect, it } from "vitest";
import { escapedName, parseGoSum } from "../../../src/reading/go-sum.ts";

const hash = `h1:${"A".repeat(43)}=`;

it("reads modules and go.mod files", () => {
  const text = `example.org/a v1.0.0 ${hash}\nexample.org/a v1.0.0/go.mod ${hash}\r\ngopkg.in/y.v2 v2.0.0+incompatible ${hash}`;
  expect(parseGoSum(text)).toEqual([
    { path: "example.org/a", version: "v1.0.0", of: "module", hash },
    { path: "example.org/a", version: "v1.0.0", of: "go.mod", hash },
    { path: "gopkg.in/y.v2", version: "v2.0.0+incompatible", of: "module", hash },
  ]);
});

it.each([
  `../../etc v1.0.0 ${hash}`,
  `/etc v1.0.0 ${hash}`,
  `a/../../b v1.0.0 ${hash}`,
  `a//b v1.0.0 ${hash}`,
  `a/./b v1.0.0 ${hash}`,
  `.git v1.0.0 ${hash}`,
  `a@v1/b v1.0.0 ${hash}`,
  `a v1.0.0/../../x ${hash}`,
  `a ../x ${hash}`,
  "a v1.0.0 h1:short",
  `a v1.0.0 h2:${"A".repeat(43)}=`,
  `a v1.0.0 ${hash} more`,
  `a\u0000b v1.0.0 ${hash}`,
  "",
])("leaves out %j", (line) => {
  expect(parseGoSum(line)).toEqual([]);
});

it("writes names as the module cache does", () => {
  expect(escapedName("github.com/BurntSushi/toml")).toBe("github.com/!burnt!sushi/toml");
});
