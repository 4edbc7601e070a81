import { serviceFaults } from "../../__tests__/support/services/service-faults.ts";
import type { Fault, Trial } from "../fault.ts";

const titles = {
  F20: "a cache that is damaged or hostile",
  F21: "a cache service that refuses, fails or stalls",
  F22: "an artifact service that refuses, fails or stalls",
  F35: "a file that changes or vanishes while it is uploaded",
} as const;

/** On a stub of the runner's services. */
export const services: readonly Fault[] = Object.entries(titles).map(([id, title]) => ({
  id,
  title,
  withoutEngine: true,
  trials: () =>
    serviceFaults()
      .filter((fault) => fault.id === id)
      .map(
        ({ variant, play }): Trial => ({
          variant,
          play: async () => ({ broken: (await play()).map((found) => ({ invariant: "services", found })) }),
        }),
      ),
}));
