/** One setting of a repository: its name in lower case, and its value. */
export type Setting = readonly [name: string, value: string];

const boolean = /^(true|false|yes|no|on|off|0|1)?$/i;

/** The settings that say how files and references are to be read. None of them can name a program. */
const kept: Readonly<Record<string, RegExp>> = {
  "core.abbrev": /^(auto|no|\d+)$/i,
  "core.autocrlf": /^(true|false|input)$/i,
  "core.checkstat": /^(default|minimal)$/i,
  "core.eol": /^(lf|crlf|native)$/i,
  "core.filemode": boolean,
  "core.ignorecase": boolean,
  "core.precomposeunicode": boolean,
  "core.sparsecheckout": boolean,
  "core.sparsecheckoutcone": boolean,
  "core.symlinks": boolean,
  "core.trustctime": boolean,
  "extensions.objectformat": /^(sha1|sha256)$/i,
  "extensions.refstorage": /^(files|reftable)$/i,
  "status.showuntrackedfiles": /^(no|normal|all|true|false)$/i,
};

/** What holds for every mirror: nothing is started, fetched or written, and no submodule is entered. */
const own: readonly Setting[] = [
  ["core.bare", "false"],
  ["core.fsmonitor", "false"],
  ["core.hookspath", "/dev/null"],
  ["core.untrackedcache", "false"],
  ["diff.ignoresubmodules", "all"],
  ["gc.auto", "0"],
  ["log.showsignature", "false"],
  ["maintenance.auto", "false"],
  ["protocol.allow", "never"],
  ["sparse.expectfilesoutsideofpatterns", "true"],
  ["submodule.recurse", "false"],
];

/** Reads what `git config --list --null` prints. */
export function readSettings(output: string): readonly Setting[] {
  return output
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry): Setting => {
      const end = entry.indexOf("\n");
      // A name without `=` stands for true.
      return end === -1 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
    });
}

/** The address of the remote `origin`, as it is written there; empty where there is none. */
export function originUrl(settings: readonly Setting[]): string {
  return settings.findLast(([name]) => name === "remote.origin.url")?.[1] ?? "";
}

/** The configuration of a mirror: of the repository's own only what cannot do any harm. `origin` is a web address, or empty. */
export function mirrorConfig(settings: readonly Setting[], origin: string): string {
  const taken = settings.filter(([name, value]) => Object.hasOwn(kept, name) && kept[name]?.test(value));
  const extended = taken.some(([name]) => name.startsWith("extensions."));
  const all: readonly Setting[] = [
    ["core.repositoryformatversion", extended ? "1" : "0"],
    ...taken,
    ...own,
    ...(origin === "" ? [] : [["remote.origin.url", origin] as const]),
  ];
  return all.map(settingText).join("");
}

function settingText([name, value]: Setting): string {
  const [section = "", ...rest] = name.split(".");
  const key = rest.pop() ?? "";
  const subsection = rest.length === 0 ? "" : ` ${JSON.stringify(rest.join("."))}`;
  return `[${section}${subsection}]\n\t${key} = ${JSON.stringify(value)}\n`;
}
