/** Who is who in an image without a distribution: `/etc/passwd` and `/etc/group`. */
export interface RootFiles {
  readonly passwd: string;
  readonly group: string;
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const standard: readonly Account[] = [
  { name: "root", uid: 0, gid: 0 },
  { name: "nobody", uid: 65534, gid: 65534 },
];

/** `user` is the image's numeric user, `uid` or `uid:gid`; without a group it gets the one of its own number. */
export function rootFiles(user: string): RootFiles {
  const [uid = Number.NaN, gid = uid] = user.split(":").map(Number);
  const accounts = [...standard, { name: "nonroot", uid, gid }];
  // The only folder that surely exists is the root: a home elsewhere would be a lie.
  const passwd = firstOfEach(accounts, "uid").map(
    ({ name, uid, gid }) => `${name}:x:${uid}:${gid}:${name}:/:/sbin/nologin\n`,
  );
  const group = firstOfEach(accounts, "gid").map(({ name, gid }) => `${name}:x:${gid}:\n`);
  return { passwd: passwd.join(""), group: group.join("") };
}

function firstOfEach(accounts: readonly Account[], id: "uid" | "gid"): readonly Account[] {
  return [...Map.groupBy(accounts, (account) => account[id]).values()].flatMap(([first]) => first ?? []);
}
