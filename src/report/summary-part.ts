/** A part of the summary, whole lines of Markdown; the essential ones are small, and always there. */
export interface SummaryPart {
  readonly essential?: boolean;
  readonly text: string;
}
