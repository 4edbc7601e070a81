import type { Step } from "./step.ts";
import { build } from "./steps/build.ts";
import { fmt } from "./steps/fmt.ts";
import { test } from "./steps/test.ts";
import { vet } from "./steps/vet.ts";

/** The steps, in order. */
export const pipeline: readonly Step[] = [
  fmt, // is the source formatted?
  vet, // does vet object?
  test, // do the tests pass, and what do they cover?
  build, // one binary per main package and target
];
