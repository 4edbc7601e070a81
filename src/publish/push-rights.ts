import { ImageError } from "../errors.ts";
import { type ImageRef, imageName } from "../inputs/image-ref.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { credentialsFor, loginOf, openRepository } from "../registry/access.ts";
import type { Fetch } from "../registry/connection.ts";
import { patience } from "../registry/patience.ts";

/** A registry that does not answer in this time, in milliseconds, is left to the push, which says it better. */
const deadline = 5_000;

/**
 * Asks each registry whether it would take a layer, before anything is compiled for it. Only a refusal counts: which
 * registries have no TLS is not known yet, and who stumbles now may be up again when the image is made.
 */
export async function requirePushRights(
  inputs: Pick<Inputs, "push" | "image" | "registry" | "username" | "password">,
  signal: AbortSignal,
  ask: Fetch = fetch,
): Promise<void> {
  if (!inputs.push) return;
  const login = loginOf(inputs);
  const waiting = { ...patience, deadline, tries: 2 };
  for (const name of inputs.image) {
    const client = await openRepository(name, { login, insecure: [], signal }, waiting, ask);
    const refused = await client.askToPush().catch(refusalOf);
    signal.throwIfAborted();
    if (refused === 401 || refused === 403) {
      const credentials = await credentialsFor(name.registry, login, signal);
      throw refusal(name, refused, credentials?.username);
    }
  }
}

/** A login that is refused says so by an error; any other is no answer. */
function refusalOf(error: unknown): number | undefined {
  const [, status] = error instanceof ImageError ? (/^The registry answered (401|403) /.exec(error.message) ?? []) : [];
  return status === undefined ? undefined : Number(status);
}

function refusal(name: ImageRef, status: number, user: string | undefined): ImageError {
  const who = user === undefined ? "without a login" : `from ${user}`;
  const packages =
    name.registry === "ghcr.io"
      ? " On GitHub the job needs `permissions: packages: write`, and a package that exists already must give the repository write access."
      : "";
  return new ImageError(
    `${imageName(name)} takes no image ${who}: the registry answered ${status}. Nothing was compiled yet.`,
    `Check \`username\` and \`password\`, and that they may write there.${packages}`,
  );
}
