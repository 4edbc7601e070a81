import { expect, it } from "vitest";
import { fullDisk, readDiskSpace } from "../../../src/reading/disk-space.ts";

const blocks = (...lines: string[]) =>
  ["Filesystem 1024-blocks Used Available Capacity Mounted on", ...lines, ""].join("\n");
const inodes = (...lines: string[]) => ["Filesystem Inodes IUsed IFree IUse% Mounted on", ...lines, ""].join("\n");

it.each<[string, string, string, { bytes: number; files?: number }[]]>([
  [
    "GNU's",
    blocks("/dev/vda 263112704 25165824 70254592 27% /a"),
    inodes("/dev/vda 900 100 800 12% /a"),
    [{ bytes: 70254592 * 1024, files: 800 }],
  ],
  ["a mount's name with spaces", blocks("//host/my share 100 60 40 60% /a b"), "", [{ bytes: 40960 }]],
  [
    "no inodes to count, as on btrfs",
    blocks("/dev/sda 100 60 40 60% /a"),
    inodes("/dev/sda 0 0 0 - /a"),
    [{ bytes: 40960 }],
  ],
  ["less than nothing for users", blocks("/dev/sda 100 100 -5 105% /a"), "", [{ bytes: 0 }]],
  ["a df that does not know the option", "df: invalid option -- P\n", "", []],
])("reads %s", (_, kilobytes, files, expected) => {
  expect(readDiskSpace(["a"], kilobytes, files)).toEqual(
    expected.map((one) => ({ folder: "a", files: undefined, ...one })),
  );
});

it("keeps the folders' order", () => {
  const disks = readDiskSpace(["a", "b"], blocks("x 9 1 9000000 1% /a", "x 9 9 1 99% /b"), "");
  expect(fullDisk(disks)?.folder).toBe("b");
});
