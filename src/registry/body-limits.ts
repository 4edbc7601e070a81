const mebibyte = 2 ** 20;

/** Bytes of an answer that are read at most, by what was asked for. */
export const bodyLimits = {
  /** Of it only one line is shown. */
  refusal: 64 * 1024,
  token: mebibyte,
  /** The most that registries themselves take. */
  manifest: 4 * mebibyte,
  config: 8 * mebibyte,
} as const;

/** Images that a manifest list may name, and layers that a manifest may have. */
export const mostDescriptors = 1_000;
