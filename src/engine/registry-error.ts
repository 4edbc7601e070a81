import { type ActionableError, DockerfileError, ImageError } from "../errors.ts";
import { lastWords, type ProcessEnd } from "./process.ts";

/** A registry call of the engine's that failed; the remedy goes by what it said. */
export function registryError(problem: string, end: ProcessEnd): ImageError {
  const words = lastWords(end);
  return new ImageError(`${problem}: ${words}`, /x509|certificate|tls: /i.test(words) ? trust : rights);
}

/** A build that failed: the machine's fault, or that of a command in the Dockerfile. */
export function buildError(end: ProcessEnd): ActionableError {
  const words = lastWords(end);
  if (!commandFailed.test(`${end.stdout}\n${end.stderr}`)) return registryError("The image could not be built", end);
  return new DockerfileError(
    `A command of the Dockerfile failed: ${words}`,
    "Its output is above. `docker build` of the same Dockerfile shows it by hand.",
  );
}

/** BuildKit of today and of 20.10, the legacy builder, podman's. */
export const commandFailed =
  /did not complete successfully: exit code|executor failed running|returned a non-zero code|^Error: building at STEP "RUN .*exit status/im;

const rights =
  "The engine's output above says why. For a refusal, check `username`, `password` and the right to write.";

const trust = "A registry with a root of its own: put it into /etc/docker/certs.d/<registry>/ca.crt for the engine.";
