/** The process that started something which a killed run may leave behind. As text it fits a label and a file. */
export interface Owner {
  readonly pid: number;
  /** When the process started, in the kernel's own count: a number that is used again has another. */
  readonly startedAt: string;
  /** The boot and the process namespace in which `pid` means anything. */
  readonly machine: string;
  /** Seconds since 1970 after which no run can still be at work. */
  readonly until: number;
}

/** What the sweeping process knows of its own surroundings. */
export interface Surroundings {
  readonly machine: string;
  /** Seconds since 1970. */
  readonly now: number;
  /** When the process of that number started; undefined when there is none. */
  startedAt(pid: number): string | undefined;
}

export function ownerText({ pid, startedAt, machine, until }: Owner): string {
  return [pid, startedAt, machine, until].join("/");
}

/** Whether what bears this text is nobody's any more. What cannot be read may be a later version's: it is left alone. */
export function isAbandoned(text: string, here: Surroundings): boolean {
  const [, pid, startedAt, machine, until] = /^(\d+)\/(\d*)\/([^/]*)\/(\d+)$/.exec(text.trim()) ?? [];
  if (pid === undefined) return false;
  // Another machine's or another container's process cannot be looked up from here.
  return machine === here.machine ? here.startedAt(Number(pid)) !== startedAt : Number(until) < here.now;
}
