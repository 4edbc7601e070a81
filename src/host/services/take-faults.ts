/**
 * The cache library swallows its faults and writes annotations of its own, some of them errors. Here they are thrown:
 * the first is nearest to the cause, which is told to the debugger alone where a key is refused.
 */
export async function takeFaults<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process;
  const faults: string[] = [];
  const write = stdout.write;
  stdout.write = ((chunk: string | Uint8Array, ...rest: []) => {
    const [, fault] =
      /^(?:::(?:warning|error)[^:]*::|::debug::(?=Failed to reserve cache:)|(?=Failed to save:))(.*)/s.exec(
        String(chunk),
      ) ?? [];
    if (fault === undefined) return write.call(stdout, chunk, ...rest);
    faults.push(
      fault
        .replace(/%0D|%0A/g, " ")
        .replace(/%25/g, "%")
        .trim(),
    );
    return true;
  }) as typeof stdout.write;
  try {
    const value = await work();
    if (faults[0] !== undefined) throw new Error(faults[0]);
    return value;
  } finally {
    stdout.write = write;
  }
}
