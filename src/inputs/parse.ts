/** Takes what the user should know of a value that is accepted all the same. */
export type Note = (message: string) => void;

/** Turns an input's text into its value; throws an Error whose message is the reason and the remedy. */
export type Parse<T> = (text: string, note?: Note) => T;

export interface ItemProblem {
  /** Undefined where the item may hold a secret. */
  readonly item: string | undefined;
  /** Counted from 1, as written; undefined where there is one item only. */
  readonly position: number | undefined;
  readonly message: string;
}

/** Several items of one input are wrong. */
export class ItemProblems extends Error {
  readonly items: readonly ItemProblem[];

  constructor(items: readonly ItemProblem[]) {
    super(items.map(({ message }) => message).join(" "));
    this.items = items;
  }
}
