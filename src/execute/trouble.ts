/** Whether go says that a module could not be downloaded for want of a network, a name server, a proxy or its trust. */
export function isNetworkTrouble(text: string): boolean {
  return networkTrouble.test(text);
}

const networkTrouble =
  /\bdial tcp\b|\bproxyconnect\b|no such host|server misbehaving|i\/o timeout|TLS handshake timeout|connection (?:refused|reset)|network is unreachable|temporary failure in name resolution|context deadline exceeded|x509: |proxy authentication required|unexpected EOF|: (?:407|429|5\d\d) [A-Z]/i;

/** Whether a command says that a disk is full, of bytes or of files. */
export function isDiskFull(text: string): boolean {
  return /no space left on device|disk quota exceeded/i.test(text);
}
