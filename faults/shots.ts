import type { Random } from "./fault.ts";
import type { Project } from "./ground.ts";

/** Where in a run it happens: its steps, and how long each of them lasts, in milliseconds. */
const stages: readonly {
  readonly title: string;
  readonly project: Project;
  readonly steps: string;
  readonly ms: number;
}[] = [
  { title: "start to test", project: { fixture: "waiting" }, steps: "fmt,vet,test", ms: 1500 },
  { title: "checks to products", project: { fixture: "hello" }, steps: "fmt,vet,test,build", ms: 2500 },
];

export interface Shot {
  readonly stage: (typeof stages)[number];
  readonly at: number;
}

/** Moments spread over the stages, by chance within each part. */
export function shots(count: number, random: Random): readonly Shot[] {
  return Array.from({ length: count }, (_, i) => {
    const stage = stages[i % stages.length] ?? { title: "", project: { fixture: "waiting" }, steps: "test", ms: 1000 };
    const parts = Math.ceil(count / stages.length);
    return { stage, at: Math.round(((Math.floor(i / stages.length) + random()) / parts) * stage.ms) };
  });
}
