import { afterAll } from "vitest";

const deferred: (() => unknown)[] = [];

/** Defers work until the last test of the file is over; what was deferred last comes first. */
export function afterwards(work: () => unknown): void {
  deferred.unshift(work);
}

afterAll(async () => {
  const faults: unknown[] = [];
  for (const work of deferred) {
    try {
      await work();
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, "not everything could be cleaned up");
});
