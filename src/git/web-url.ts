/** `git@github.com:acme/hello.git` and `https://token@github.com/acme/hello.git` → `https://github.com/acme/hello`. */
export function webUrl(remote: string): string {
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)[:/](.+?)(?:\.git)?$/.exec(remote);
  const http = /^https?:\/\/(?:[^@/]*@)?([\w.:-]+)\/(.+?)(?:\.git)?$/.exec(remote);
  const [, host, path] = ssh ?? http ?? [];
  return host === undefined ? "" : `https://${host}/${path}`;
}
