import { EnvironmentError } from "../errors.ts";

/** A module that go, or git for it, says it could not download for want of a network, a right, or trust. */
export function moduleTrouble(text: string): EnvironmentError | undefined {
  const line = text.split("\n").find((one) => [network, access, noGit].some((pattern) => pattern.test(one)));
  return line === undefined ? undefined : missingModule(line.trim().slice(0, 500));
}

/** A module is not there, for that reason. */
export function missingModule(reason: string): EnvironmentError {
  return new EnvironmentError(`A module could not be downloaded: ${reason}`, remedy(reason));
}

function remedy(reason: string): string {
  if (noGit.test(reason))
    return "The image has no git. Take one with it, for instance without `-alpine` or `-slim`; or let a proxy serve the module (GOPROXY), or vendor it (`go mod vendor`).";
  if (/x509: |certificate verif/.test(reason))
    return "Where the proxy or the host has a root of its own, give it by `ca-certificates`; or vendor the modules (`go mod vendor`).";
  if (access.test(reason))
    return "Where the module is private, name it in `goprivate`, and give `git-token` a token that may read it; or vendor the modules (`go mod vendor`).";
  return "Look after the network, the proxy (GOPROXY) and `network`; or vendor the modules (`go mod vendor`), which needs none.";
}

/** Of a network, a name server, a proxy or its trust. */
const network =
  /\bdial tcp\b|\bproxyconnect\b|no such host|server misbehaving|i\/o timeout|TLS handshake timeout|connection (?:refused|reset)|network is unreachable|temporary failure in name resolution|context deadline exceeded|x509: |proxy authentication required|unexpected EOF|: (?:407|429|5\d\d) [A-Z]/i;

/** Of git: the repository is not for everybody, or does not exist for this one. */
const access =
  /could not read Username|terminal prompts disabled|Authentication failed|Invalid username or (?:password|token)|HTTP Basic: Access denied|Repository not found|Permission denied \(publickey|requested URL returned error: 40[13]|no secure protocol found for repository/i;

/** Of go itself: it has nothing to ask a repository with. */
const noGit = /exec: "git": executable file not found|git(?: executable)?: .*executable file not found/;

/** A disk that a command says is full, of bytes or of files. */
export function diskTrouble(text: string): EnvironmentError | undefined {
  const line = text.split("\n").find((one) => /no space left on device|disk quota exceeded/i.test(one));
  if (line === undefined) return undefined;
  return new EnvironmentError(
    `A disk is full: ${line.trim().slice(0, 500)}`,
    "Make room where the workspace, the temporary folder and Go's cache lie, and run again.",
  );
}
