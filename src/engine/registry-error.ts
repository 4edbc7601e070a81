import { ImageError } from "../errors.ts";
import { lastWords, type ProcessEnd } from "./process.ts";

/** A registry call of the engine's that failed; the remedy goes by what it said. */
export function registryError(problem: string, end: ProcessEnd): ImageError {
  const words = lastWords(end);
  return new ImageError(`${problem}: ${words}`, /x509|certificate|tls: /i.test(words) ? trust : rights);
}

const rights =
  "The engine's output above says why. For a refusal, check `username`, `password` and the right to write.";

const trust = "A registry with a root of its own: put it into /etc/docker/certs.d/<registry>/ca.crt for the engine.";
