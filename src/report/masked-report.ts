import type { Project } from "../project/project.ts";
import type { Finding, TestCase, TestedPackage } from "../reading/reading.ts";
import type { PublishedImage, Report, StepReport } from "./report.ts";

/** Hides what is secret in a text. */
interface Mask {
  mask(text: string): string;
  /** What lies of it where the text was shortened. */
  maskCuts(text: string): string;
}

/**
 * A report in which nothing secret stands that a command has printed. Names that the project itself has, of its files and
 * packages, stay what they are: a secret that is a part of one is none.
 */
export function maskedReport(report: Report, { modules }: Pick<Project, "modules">, secrets: Mask | undefined): Report {
  if (secrets === undefined) return report;
  const packages = modules.flatMap((module) => module.packages);
  const files = modules.flatMap(({ dir, packages: own }) =>
    own.flatMap((one) => one.files.map((file) => (dir === "." ? file : `${dir}/${file}`))),
  );
  const known = new Set([...files, ...packages.map(({ importPath }) => importPath)]);
  const mask = (text: string) => secrets.mask(secrets.maskCuts(text));
  const unlessKnown = (name: string) => (known.has(name) ? name : mask(name));
  return {
    ...report,
    failure: mask(report.failure),
    steps: report.steps.map((step) => maskedStep(step, mask, unlessKnown)),
    testCases: report.testCases.map((one) => maskedCase(one, mask, unlessKnown)),
    testedPackages: report.testedPackages.map((one) => maskedPackage(one, mask, unlessKnown)),
    notes: report.notes.map(mask),
  };
}

/** What is told of an image: what its builder and the registries said, and the Dockerfile. */
export function maskedImage(image: PublishedImage, secrets: Mask | undefined): PublishedImage {
  if (secrets === undefined) return image;
  const places = image.places.map(({ name, problem }) => ({ name, problem: secrets.mask(secrets.maskCuts(problem)) }));
  return { ...image, places, dockerfile: secrets.mask(image.dockerfile) };
}

type Change = (text: string) => string;

function maskedStep(step: StepReport, mask: Change, unlessKnown: Change): StepReport {
  const findings = step.findings.map((one): Finding => {
    const { file, title, message } = one;
    return { ...one, file: unlessKnown(file), title: mask(title), message: mask(message) };
  });
  return { ...step, detail: mask(step.detail), findings, again: step.again.map(mask) };
}

function maskedCase(one: TestCase, mask: Change, unlessKnown: Change): TestCase {
  return { ...one, package: unlessKnown(one.package), name: mask(one.name), output: mask(one.output) };
}

function maskedPackage(one: TestedPackage, mask: Change, unlessKnown: Change): TestedPackage {
  return { ...one, package: unlessKnown(one.package), output: mask(one.output) };
}
