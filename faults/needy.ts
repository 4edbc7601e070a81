/** What makes a project need a module that nobody serves; laid over the fixture `surroundings`. */
export const needy = {
  "needy.go": 'package surroundings\n\nimport _ "example.org/acme/lib"\n',
  "go.mod": "module example.org/acme/surroundings\n\ngo 1.20\n\nrequire example.org/acme/lib v1.2.3\n",
  "go.sum": `example.org/acme/lib v1.2.3 h1:${"A".repeat(43)}=\nexample.org/acme/lib v1.2.3/go.mod h1:${"A".repeat(43)}=\n`,
};
