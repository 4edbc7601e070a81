import { neutralised } from "./untrusted.ts";

/**
 * One command for the runner, as a line. Formatted here, because the runner's comparison takes `::` and a mark after it
 * for something else: then it would look for commands of its older form in our text. So that is neutralised, too.
 */
export function workflowCommand(
  name: string,
  data: string,
  properties: Readonly<Record<string, string | number>> = {},
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== "" && value !== 0);
  const list = given.map(([key, value]) => `${key}=${escapeProperty(neutralised(String(value)))}`).join(",");
  return `::${name}${list === "" ? "" : ` ${list}`}::${escapeData(neutralised(data))}\n`;
}

/** As the runner's ActionCommand.cs undoes it. */
export function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
