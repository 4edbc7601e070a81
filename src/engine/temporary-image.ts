import { ownName } from "../leftovers/own-name.ts";

/** The repository of the images that runs have in an engine for a moment. */
export const temporaryImages = "gda-image";

/** A reference for one. */
export function temporaryImage(): string {
  return `${temporaryImages}:${ownName()}`;
}
