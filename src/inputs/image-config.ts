import { quoted as inQuotes, json } from "../image/dockerfile-words.ts";
import { sayingSecret } from "./image-build.ts";
import type { Parse } from "./parse.ts";

/** One instruction of those that describe an image, as the generated Dockerfile takes it: `EXPOSE 8080`. */
export const imageInstruction: Parse<string> = (line) => {
  const [, word = "", rest = ""] = /^([A-Za-z]+)\s+(.*)$/.exec(line) ?? [];
  const instruction = word.toUpperCase();
  const write = instructions[instruction];
  if (write === undefined)
    throw new Error(`expected one of ${Object.keys(instructions).join(", ")}. Write for instance \`EXPOSE 8080\`.`);
  return `${instruction} ${write(rest.trim())}`;
};

const instructions: Readonly<Record<string, (text: string) => string>> = {
  EXPOSE: (text) => fitting(text, /^\d{1,5}(\/(tcp|udp))?( +\d{1,5}(\/(tcp|udp))?)*$/, "ports", "EXPOSE 8080"),
  ENV: environment,
  VOLUME: (text) => json([fitting(text, absolute, "an absolute path", "VOLUME /data")]),
  WORKDIR: (text) => fitting(text, absolute, "an absolute path", "WORKDIR /data"),
  STOPSIGNAL: (text) => fitting(text, /^(SIG[A-Z]+|\d{1,2})$/, "a signal", "STOPSIGNAL SIGINT"),
  HEALTHCHECK: healthCheck,
};

const absolute = /^\/[\w.@+/-]*$/;

function fitting(text: string, pattern: RegExp, what: string, example: string): string {
  if (pattern.test(text)) return text;
  throw new Error(`expected ${what}. Write for instance \`${example}\`.`);
}

function environment(text: string): string {
  const [, name, value = ""] = /^([A-Za-z_]\w*)=(.*)$/.exec(text) ?? [];
  if (name === undefined) throw new Error("expected NAME=value. Write for instance `ENV ADDRESS=:8080`.");
  if (sayingSecret(name))
    throw new Error(`${name} sounds like a secret, and the image would show it. Give it when it runs.`);
  return `${name}=${inQuotes(value)}`;
}

/** In exec form always: an image from scratch has no shell. */
function healthCheck(text: string): string {
  if (text.toUpperCase() === "NONE") return "NONE";
  const [, options = "", words] =
    /^((?:--(?:interval|timeout|start-period|retries)=\w+\s+)*)CMD\s+(.+)$/.exec(text) ?? [];
  if (words === undefined)
    throw new Error("expected CMD and a command. Write for instance `HEALTHCHECK --interval=30s CMD /hello ping`.");
  return `${options.replace(/\s+/g, " ")}CMD ${json(words.startsWith("[") ? jsonWords(words) : words.split(/\s+/))}`;
}

function jsonWords(text: string): readonly string[] {
  try {
    const words: unknown = JSON.parse(text);
    if (Array.isArray(words) && words.every((word) => typeof word === "string")) return words;
  } catch {
    // Told below.
  }
  throw new Error('expected a list of strings. Write for instance `CMD ["/hello", "ping"]`.');
}
