import type { Manner } from "../../src/registry/connection.ts";
import { patience } from "../../src/registry/patience.ts";

/** How a test's registry is spoken to: at once, by nobody. */
export const manner: Manner = {
  credentials: undefined,
  fetch,
  patience: { ...patience, delay: () => Promise.resolve() },
  transport: "http",
  signal: new AbortController().signal,
};
