import { stringify } from "yaml";

/** A user's workflow with one step of the action, and one that keeps its outputs and the files in `folder`. */
export function workflow(uses: string, inputs: Readonly<Record<string, string>>, folder = "."): string {
  const checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";
  return stringify({
    on: "push",
    permissions: {},
    jobs: {
      hello: {
        "runs-on": "ubuntu-latest",
        permissions: { contents: "read" },
        steps: [
          // act copies the repository here instead.
          { uses: checkout, with: { "persist-credentials": false } },
          { id: "go", uses, with: inputs },
          {
            if: "always()",
            env: { OUTPUTS: "${{ toJSON(steps.go.outputs) }}" },
            "working-directory": folder,
            run: 'printf "%s" "$OUTPUTS" >"$KEPT/outputs.json"\nfor made in dist reports; do if test -e $made; then cp -r $made "$KEPT"; fi; done\n',
          },
        ],
      },
    },
  });
}
