import { quoted } from "./quoted.ts";

/** The class of a run's end, as the exit code and the `failure-class` output tell it. */
export type FailureClass = "" | "checks" | "input" | "infrastructure" | "timeout" | "cancelled";

/** A failure the user can act on: what is wrong, and what to do about it. */
export abstract class ActionableError extends Error {
  readonly remedy: string;
  abstract readonly failureClass: Exclude<FailureClass, "">;

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = new.target.name;
    this.remedy = remedy;
  }
}

/** One thing wrong with what the user gave. */
export interface Problem {
  readonly input: string;
  /** The part of the value that is wrong, when it is not the whole. */
  readonly item?: string | undefined;
  /** Which item of a list it is, counted from 1. */
  readonly position?: number | undefined;
  /** The reason and the remedy. */
  readonly message: string;
}

const controlCharacters = /\p{Cc}|\p{Cf}|\u2028|\u2029/gu;

/** One problem in one line, whatever stands in it. */
function problemLine({ input, item, position, message }: Problem): string {
  const name = `input '${input.length > 120 ? `${input.slice(0, 117)}...` : input}'`;
  const where = [position === undefined ? "" : `item ${position}`, item === undefined ? "" : quoted(item)];
  const place = where.filter((part) => part !== "").join(": ");
  return `${place === "" ? name : `${name} (${place})`}: ${message}`.replace(
    controlCharacters,
    (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/** All bad inputs at once, found before any container starts. */
export class InputError extends ActionableError {
  readonly failureClass = "input";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    super(
      problems.length === 1 && first
        ? problemLine(first)
        : `${problems.length} inputs need a change:\n${problems.map((p) => `  - ${problemLine(p)}`).join("\n")}`,
      "Change the inputs and run again; nothing was started.",
    );
    this.problems = problems;
  }
}

/** No container engine answers. */
export class EngineUnreachableError extends ActionableError {
  readonly failureClass = "infrastructure";
}

/** The golang image, or the image that was to be published, could not be had, built or pushed. */
export class ImageError extends ActionableError {
  readonly failureClass = "infrastructure";
}

/** The image does not do what `image-smoke-test` asks of it. */
export class SmokeTestError extends ActionableError {
  readonly failureClass = "checks";
}

/** A command of a Dockerfile failed, as its author has to know. */
export class DockerfileError extends ActionableError {
  readonly failureClass = "checks";
}

/** A container ended without saying how its command went: neither passed nor failed. */
export class ContainerError extends ActionableError {
  readonly failureClass = "infrastructure";
}

/** The commands lacked what is the machine's to give: modules over the network, space on a disk. */
export class EnvironmentError extends ActionableError {
  readonly failureClass = "infrastructure";
}

/** A file that the run made could not be checked, written or handed over. */
export class OutputError extends ActionableError {
  readonly failureClass = "infrastructure";
}

/** SIGINT or SIGTERM came. */
export class CancelledError extends ActionableError {
  readonly failureClass = "cancelled";
  readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP";

  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP") {
    super(`The run was cancelled by ${signal}.`, "Start it again when you are ready.");
    this.signal = signal;
  }
}
