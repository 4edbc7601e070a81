import { defineConfig } from "vitest/config";

const project = (name: string, order: number, timeout: number) => ({
  test: {
    name,
    include: [`__tests__/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
    // One engine, one registry: their tests take turns. Unit tests run side by side.
    fileParallelism: name === "unit",
    sequence: { groupOrder: order },
  },
});

export default defineConfig({
  test: {
    projects: [project("unit", 0, 20_000), project("integration", 1, 300_000), project("e2e", 2, 600_000)],
  },
});
