/** Does the same with each of many things, with at most `width` of them at a time. The results are in their order. */
export async function inTurns<T, R>(
  things: readonly T[],
  width: number,
  work: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const waiting = [...things.entries()];
  const results: R[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, thing] = next;
      results[index] = await work(thing);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, things.length) }, worker));
  return results;
}
