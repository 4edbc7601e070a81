import { expect, it } from "vitest";
import { type ServiceFault, serviceFaults } from "../support/services/service-faults.ts";

/** One of each kind; `npm run faults` plays them all. */
const quick = serviceFaults().filter(
  ({ slow, variant }) => !slow && !/^(truncated at|bit-flip) (?!50|10\b)/.test(variant),
);

it.concurrent.each<ServiceFault>(quick)("$id: $variant", { timeout: 60_000 }, async ({ play }) => {
  expect(await play()).toEqual([]);
});
