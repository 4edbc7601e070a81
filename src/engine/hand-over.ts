/** How we and the container get at each other's files. */
export interface HandOver {
  /** The container has copies of our files. */
  readonly copied: boolean;
  /** The content of a file in `/gda/status`. */
  status(name: string): Promise<string>;
  /** As the container's methods of these names. */
  handIn(): Promise<void>;
  handOut(): Promise<void>;
}
