/** A Go test that does what code under test could do: the body of one function, and what it imports. */
export function attackFile(packageName: string, body: string, imports: readonly string[] = ["os"]): string {
  const list = ["testing", ...imports].map((path) => `\t"${path}"\n`).join("");
  return `package ${packageName}\n\nimport (\n${list})\n\nfunc TestAttack(t *testing.T) {\n${body}\n}\n`;
}
