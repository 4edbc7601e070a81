/** The directories that a `go.work` uses, as they are written there. */
export function usedDirs(goWork: string): readonly string[] {
  const used: string[] = [];
  let inBlock = false;
  for (const line of goWork.split(/\r?\n/)) {
    const words = withoutComment(line);
    if (inBlock && words === ")") inBlock = false;
    else if (inBlock) used.push(unquoted(words));
    else if (/^use\s*\($/.test(words)) inBlock = true;
    else if (/^use\s/.test(words)) used.push(unquoted(words.replace(/^use\s+/, "")));
  }
  return used.filter((dir) => dir !== "");
}

const withoutComment = (line: string) => line.replace(/(^|\s)\/\/.*$/, "").trim();

/** As Go reads them: `"a b"`, with escapes, or `` `a b` ``. */
function unquoted(word: string): string {
  if (/^`.*`$/.test(word)) return word.slice(1, -1);
  if (!/^".*"$/.test(word)) return word;
  try {
    return String(JSON.parse(word));
  } catch {
    return word;
  }
}
