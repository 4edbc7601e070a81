import { commandFailed } from "./registry-error.ts";

const transient =
  /toomanyrequests|too many requests|\b429\b|\b50[0234]\b|internal server error|bad gateway|service unavailable|gateway timeout|unexpected eof|\beof$|connection reset|connection refused|i\/o timeout|timed? ?out|tls handshake|temporary failure in name resolution/im;
const final = /unauthorized|denied|forbidden|manifest unknown|not found|invalid reference/i;

/** Whether a registry call that failed with this output is worth another try. */
export function isTransient(output: string): boolean {
  return transient.test(output) && !final.test(output) && !commandFailed.test(output);
}
