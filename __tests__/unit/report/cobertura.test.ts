import { describe, expect, test } from "vitest";
import { coberturaXml } from "../../../src/report/cobertura.ts";

const golden = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
<coverage line-rate="0.7500" branch-rate="0" complexity="0" lines-covered="3" lines-valid="4" branches-covered="0" branches-valid="0" version="1" timestamp="0">
  <sources>
    <source>.</source>
  </sources>
  <packages>
    <package name="example.org/p/a" line-rate="0.7500" branch-rate="0" complexity="0">
      <classes>
        <class name="x.go" filename="sub/a/x.go" line-rate="0.7500" branch-rate="0" complexity="0">
          <methods/>
          <lines>
            <line number="3" hits="7"/>
            <line number="4" hits="7"/>
            <line number="5" hits="0"/>
            <line number="9" hits="2"/>
          </lines>
        </class>
      </classes>
    </package>
  </packages>
</coverage>
`;

describe("coberturaXml", () => {
  test("lines with their hits, by repository path", () => {
    const blocks = ["9.1,9.9 1 2", "3.20,4.12 1 7", "4.12,5.3 1 0"].map((block) => `example.org/p/a/x.go:${block}`);
    const profile = ["mode: count", ...blocks].join("\n");
    expect(coberturaXml(profile, { "example.org/p/a": "sub/a" })).toBe(golden);
  });

  test.each([
    ["the root package", "example.org/p/x.go", { "example.org/p": "" }, "x.go"],
    ["a package of another module", "example.org/q/x.go", {}, "example.org/q/x.go"],
  ])("%s", (_, file, packageDirs, path) => {
    expect(coberturaXml(`mode: set\n${file}:1.1,1.2 1 1\n`, packageDirs)).toContain(` filename="${path}" `);
  });

  test("an empty profile", () => {
    expect(coberturaXml("", {})).toContain('lines-valid="0"');
  });
});
