/** How we and the container get at each other's files. */
export interface HandOver {
  /** The container has copies of our files. */
  readonly copied: boolean;
  /** The content of a file in `/gda/status`. */
  status(name: string): Promise<string>;
  /** Lets the container see what has been added to `/gda/in`. */
  handIn(): Promise<void>;
  /** As the container's method of this name. `last`: nothing is written there any more. */
  handOut(last: boolean): Promise<string>;
}

/** Bytes of a file in `/gda/status`: two numbers. */
export const longestStatus = 64;
