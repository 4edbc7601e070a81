import { EnvironmentError } from "../errors.ts";

/** Whether go says that a module could not be downloaded for want of a network, a name server, a proxy or its trust. */
export function isNetworkTrouble(text: string): boolean {
  return networkTrouble.test(text);
}

const networkTrouble =
  /\bdial tcp\b|\bproxyconnect\b|no such host|server misbehaving|i\/o timeout|TLS handshake timeout|connection (?:refused|reset)|network is unreachable|temporary failure in name resolution|context deadline exceeded|x509: |proxy authentication required|unexpected EOF|: (?:407|429|5\d\d) [A-Z]/i;

/** A disk that a command says is full, of bytes or of files. */
export function diskTrouble(text: string): EnvironmentError | undefined {
  const line = text.split("\n").find((one) => /no space left on device|disk quota exceeded/i.test(one));
  if (line === undefined) return undefined;
  return new EnvironmentError(
    `A disk is full: ${line.trim().slice(0, 500)}`,
    "Make room where the workspace, the temporary folder and Go's cache lie, and run again.",
  );
}
