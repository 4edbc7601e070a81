import { describe, expect, it } from "vitest";
import { readChangedLines } from "../../../src/reading/changed-lines.ts";

const diff = String.raw`diff --git a/a.go b/a.go
index 1..2 100644
--- a/a.go
+++ b/a.go
@@ -3,2 +3,3 @@ func A() {
-++ b/forged.go
--- a/forged.go
+++ b/forged.go
+	x := 1
+}
@@ -9 +10 @@
-	return 1
\ No newline at end of file
+	return 2
\ No newline at end of file
diff --git a/old name.go b/new name.go
similarity index 90%
rename from old name.go
rename to new name.go
--- a/old name.go	
+++ b/new name.go	
@@ -0,0 +7,7 @@
+	} else if x > 1 {
+		// why
+	} else {
+
+ö := 1
+	})
+		if elsewhere {
diff --git a/gone.go b/gone.go
--- a/gone.go
+++ /dev/null
@@ -1 +0,0 @@
-package gone
diff --git a/less.go b/less.go
--- a/less.go
+++ b/less.go
@@ -4 +3,0 @@
-	x()
diff --git "a/q\".go" "b/q\".go"
--- "a/q\".go"
+++ "b/q\".go"
@@ -1 +1 @@
-package p
+package q
`;

describe("readChangedLines", () => {
  it("knows for each file the new lines, and where their code begins", () => {
    const files = Object.fromEntries(readChangedLines(diff));
    const compact = Object.entries(files).map(([name, lines]) => [name, lines.map((one) => [one.line, one.column])]);
    expect(compact).toEqual([
      // The second and third look like headers, and are lines of the file.
      [
        "a.go",
        [
          [3, 1],
          [4, 2],
          [5, 0],
          [10, 2],
        ],
      ],
      [
        "new name.go",
        [
          [7, 9],
          [8, 0],
          [9, 0],
          [10, 0],
          [11, 1],
          [12, 0],
          [13, 3],
        ],
      ],
      ["less.go", []],
    ]);
  });

  it("makes nothing of nothing", () => {
    expect(readChangedLines("").size).toBe(0);
  });
});
