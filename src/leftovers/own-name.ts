import { randomBytes } from "node:crypto";
import { isAbandoned, ownerText, type Surroundings } from "./owner.ts";
import { thisProcess } from "./this-process.ts";

/** A name that nothing else has, for what a killed run may leave behind: it says whose it is, and fits a file and a tag. */
export function ownName(): string {
  return `${ownerText(thisProcess()).replaceAll("/", "_")}-${randomBytes(8).toString("hex")}`;
}

/** Whether such a name is nobody's any more. */
export function isAbandonedName(name: string, here: Surroundings): boolean {
  const [, owner] = /^(.+)-[0-9a-f]{16}$/.exec(name) ?? [];
  return owner !== undefined && isAbandoned(owner.replaceAll("_", "/"), here);
}
