import { defineConfig } from "vitest/config";

const project = (name: string, timeout: number) => ({
  test: {
    name,
    include: [`__tests__/${name}/**/*.test.ts`],
    testTimeout: timeout,
    hookTimeout: timeout,
    // One engine, one registry: their tests take turns. Unit tests run side by side.
    fileParallelism: name === "unit",
  },
});

export default defineConfig({
  test: {
    projects: [project("unit", 10_000), project("integration", 300_000), project("e2e", 600_000)],
  },
});
