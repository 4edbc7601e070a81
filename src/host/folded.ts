const tab = 8;
/** On a narrower terminal nothing is folded any more. */
const narrowest = 20;

/**
 * A line in pieces that fit a terminal, each but the first behind `hang`: what a terminal folds by itself begins at its
 * edge, where only lines of ours begin.
 */
export function folded(line: string, columns: number, hang: string): string {
  if (columns < narrowest || (line.length <= columns && /^[\x20-\x7e]*$/.test(line))) return line;
  const pieces: string[] = [];
  let [piece, width] = ["", 0];
  for (const sign of line) {
    const wide = widthOf(sign, width);
    if (width + wide > columns) {
      const kept = wordsOf(piece, hang);
      pieces.push(kept);
      piece = hang + piece.slice(kept.length);
      width = [...piece].reduce((sum, one) => sum + widthOf(one, sum), 0);
    }
    piece += sign;
    width += widthOf(sign, width);
  }
  return [...pieces, piece].join("\n");
}

/** At most so wide: which signs take two columns, every terminal sees its own way. */
function widthOf(sign: string, at: number): number {
  if (sign === "\t") return tab - (at % tab);
  return sign <= "~" ? 1 : 2;
}

/** Up to the last space, where one lies in its second half. */
function wordsOf(piece: string, hang: string): string {
  const end = piece.lastIndexOf(" ") + 1;
  return end > Math.max(piece.length / 2, hang.length) ? piece.slice(0, end) : piece;
}
