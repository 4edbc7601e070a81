import { expect, it } from "vitest";
import { moduleTrouble } from "../../../src/reading/trouble.ts";

it.each<[string, RegExp | undefined]>([
  ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", /`git-token`/],
  ["remote: Repository not found.", /`git-token`/],
  ["go: a.org/x.git@v1.0.0: no secure protocol found for repository", /`git-token`/],
  ["dial tcp: lookup proxy.golang.org: no such host", /GOPROXY/],
  ["Get: x509: certificate signed by unknown authority", /`ca-certificates`/],
  [
    'b.go:3:8: unable to resolve git version: failed to execute git version: exec: "git": executable file not found in $PATH',
    /no git\. Take one with it/,
  ],
  ["go: m@v1: reading https://x: 404 Not Found", undefined],
  ["a.go:3:2: no required module provides package x", undefined],
])("%s", (text, remedy) => {
  const trouble = moduleTrouble(`before\n${text}\nafter`);
  if (remedy === undefined) expect(trouble).toBeUndefined();
  else expect(trouble?.remedy).toMatch(remedy);
});
