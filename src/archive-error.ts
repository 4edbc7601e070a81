import { ActionableError, ImageError } from "./errors.ts";

/** An image's archive or layout that cannot be read, by what was found in it. An error that has a remedy stays itself. */
export function archiveError(what: string, error: unknown): ActionableError {
  if (error instanceof ActionableError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ImageError(
    `${what} cannot be read: ${reason}.`,
    "Look at what the Dockerfile and its base image put into it, and build again.",
  );
}
