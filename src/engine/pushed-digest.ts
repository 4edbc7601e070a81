/** The digest that an engine says it has pushed, out of what it printed; empty when it does not say. */
export function pushedDigest(output: string): string {
  const digests = [...output.matchAll(said)].map(([, ...groups]) => groups.find((group) => group !== undefined) ?? "");
  return digests.at(-1) ?? "";
}

/** `docker push`, BuildKit, `docker manifest push`. */
const said =
  /digest: (sha256:[0-9a-f]{64})\b|pushing manifest for \S+@(sha256:[0-9a-f]{64})\b|^(sha256:[0-9a-f]{64})$/gm;
