import { expect, test } from "vitest";
import { rootFiles } from "../../../src/image/root-files.ts";

test("root, nobody and the image's own user", () => {
  expect(rootFiles("65532:65532")).toEqual({
    passwd:
      "root:x:0:0:root:/:/sbin/nologin\n" +
      "nobody:x:65534:65534:nobody:/:/sbin/nologin\n" +
      "nonroot:x:65532:65532:nonroot:/:/sbin/nologin\n",
    group: "root:x:0:\nnobody:x:65534:\nnonroot:x:65532:\n",
  });
});

test.each([
  ["1000:2000", "nonroot:x:1000:2000:nonroot:/:/sbin/nologin", "nonroot:x:2000:"],
  ["1000", "nonroot:x:1000:1000:nonroot:/:/sbin/nologin", "nonroot:x:1000:"],
])("user %s", (user, account, group) => {
  const files = rootFiles(user);
  expect(files.passwd.split("\n")).toContain(account);
  expect(files.group.split("\n")).toContain(group);
});

test.each(["0:0", "65534:65534", "0"])("user %s is there once", (user) => {
  const { passwd, group } = rootFiles(user);
  expect(passwd.match(/\n/g)).toHaveLength(2);
  expect(group.match(/\n/g)).toHaveLength(2);
  expect(passwd + group).not.toContain("nonroot");
});
