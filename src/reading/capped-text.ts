/** Text of any length in bounded memory: its head and its tail, and a word on how much is missing between them. */
export interface CappedText {
  /** Half of `limit` is for the head, half for the tail; it may shrink from call to call. */
  add(text: string, limit: number): void;
  /** Characters kept. */
  size(): number;
  text(): string;
  /** Forgets it, and says how many characters that frees. */
  clear(): number;
}

export function cappedText(): CappedText {
  let head = "";
  let tail = "";
  let dropped = 0;
  return {
    add(text, limit) {
      const half = Math.floor(limit / 2);
      const room = tail === "" && dropped === 0 ? Math.max(0, half - head.length) : 0;
      head += text.slice(0, room);
      tail += text.slice(room);
      // Twice the half before cutting, so that a long text is not copied at every line.
      if (tail.length > 2 * half) {
        dropped += tail.length - half;
        tail = tail.slice(-half);
      }
    },
    clear() {
      const freed = head.length + tail.length;
      head = tail = "";
      dropped = 0;
      return freed;
    },
    size: () => head.length + tail.length,
    text: () => (dropped === 0 ? head + tail : `${head}\n[${dropped} characters left out]\n${tail}`).toWellFormed(),
  };
}
