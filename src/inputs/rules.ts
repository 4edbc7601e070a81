import type { Problem } from "../errors.ts";
import { buildFlagProblems, goFlagsProblems, testFlagProblems } from "./go-flags.ts";
import type { Inputs } from "./inputs.ts";
import { binaryPath, pathCollisions } from "./output-template.ts";
import { targetName, targetPlatform } from "./target.ts";

/** What single inputs cannot know: the combinations that make no sense. */
export function contradictions(inputs: Inputs): readonly Problem[] {
  return [...imageRules, ...otherRules].flatMap((rule) => rule(inputs));
}

type Rule = (inputs: Inputs) => readonly Problem[];

const imageRules: readonly Rule[] = [
  ({ push, image }) =>
    push && image.length === 0
      ? [{ input: "push", message: "there is no image to push. Set `image` to its name." }]
      : [],

  ({ image, steps }) =>
    image.length > 0 && !steps.includes("build")
      ? [{ input: "image", message: "the image is made of what is built, but `steps` has no build. Add `build`." }]
      : [],

  ({ image, targets }) =>
    image.length > 0 && targets.length > 0 && !targets.some(({ os }) => os === "linux")
      ? [{ input: "image", message: "an image needs a linux target. Add one to `targets`, for instance linux/amd64." }]
      : [],

  ({ image }) =>
    image.flatMap(({ digest, tag }) => [
      ...(digest === ""
        ? []
        : [{ input: "image", item: digest, message: "a digest is what a push gives. Give the name alone." }]),
      ...(tag === ""
        ? []
        : [{ input: "image", item: tag, message: "tags come from `image-tags`. Give the name alone." }]),
    ]),

  ({ push, provenance, sbom }) =>
    Object.entries({ provenance, sbom }).flatMap(([input, wanted]) =>
      wanted && !push
        ? [{ input, message: "it is attached in the registry, and nothing is pushed. Set `push: true`." }]
        : [],
    ),

  (inputs) => {
    const own = ownOnly(inputs);
    if (inputs.dockerfile === "generated")
      return own.map((input) => ({
        input,
        message: "it is for your own Dockerfile, and `dockerfile` says `generated`.",
      }));
    const message = "it is for the generated Dockerfile. Say it in your own, or set `dockerfile: generated`.";
    return inputs.dockerfile === undefined && own.length === 0
      ? []
      : generatedOnly(inputs).map((input) => ({ input, message }));
  },

  ({ registry, image, username }) => {
    if (registry === undefined) return [];
    const problem = { input: "registry", item: registry };
    if (username === undefined)
      return [{ ...problem, message: "there is no login for it. Set `username` and `password`, or leave it out." }];
    return image.some((name) => name.registry === registry)
      ? []
      : [{ ...problem, message: "none of the names in `image` is there. Write the one that the login is for." }];
  },

  ({ username, password }) => {
    if ((username === undefined) === (password === undefined)) return [];
    const [there, missing] = username === undefined ? ["password", "username"] : ["username", "password"];
    return [{ input: missing, message: `\`${there}\` is given without it. Give both or neither.` }];
  },

  ({ imagePlatforms, targets }) => {
    const built = targets.map(targetPlatform);
    return imagePlatforms.flatMap((platform) => {
      const problem = { input: "image-platforms", item: targetName(platform) };
      if (platform.os !== "linux") return [{ ...problem, message: "images run on linux. Leave it out." }];
      const missing = targets.length > 0 && !built.includes(targetPlatform(platform));
      return missing ? [{ ...problem, message: "it is not among `targets`. Add it there too." }] : [];
    });
  },
];

/** The inputs that say something and mean nothing to an own Dockerfile. */
export function generatedOnly(inputs: Inputs): readonly string[] {
  const said: Readonly<Record<string, boolean>> = {
    "image-base": inputs.imageBase !== "scratch",
    "image-build": inputs.imageBuild !== "binary",
    "image-entrypoint": inputs.imageEntrypoint.length > 0,
    "image-cmd": inputs.imageCmd.length > 0,
    "image-user": inputs.imageUser !== "65532:65532",
    "image-files": inputs.imageFiles.length > 0,
    "image-config": inputs.imageConfig.length > 0,
    "image-tzdata": inputs.imageTzdata,
  };
  return Object.keys(said).filter((input) => said[input]);
}

/** The inputs that say something and mean nothing to the generated Dockerfile. */
export function ownOnly(inputs: Inputs): readonly string[] {
  const said: Readonly<Record<string, boolean>> = {
    "image-target": inputs.imageTarget !== undefined,
    "image-build-args": inputs.imageBuildArgs.length > 0,
    "image-secrets": inputs.imageSecrets.length > 0,
  };
  return Object.keys(said).filter((input) => said[input]);
}

const otherRules: readonly Rule[] = [
  ({ coverageThreshold, coverage, steps }) =>
    coverageThreshold !== undefined && (!coverage || !steps.includes("test"))
      ? [
          {
            input: "coverage-threshold",
            message: "no coverage is measured. Set `coverage: true` and keep `test` in `steps`.",
          },
        ]
      : [],

  ({ artifacts }) =>
    artifacts.includes("none") && artifacts.length > 1
      ? [{ input: "artifacts", item: "none", message: "`none` stands alone. Remove it, or the others." }]
      : [],

  ({ cgo, targets, goImage, env }) => {
    // The golang images have a C compiler for Linux; who brings another image or compiler knows what it can.
    if (!cgo || goImage !== undefined || env.some(({ name }) => /^CC(_|$)/.test(name))) return [];
    const foreign = targets.filter(({ os }) => os !== "linux");
    const message =
      "with `cgo` it needs a C compiler for that system, and the golang image has none. Set `cgo: false`.";
    return foreign.map((target) => ({ input: "targets", item: targetName(target), message }));
  },

  ({ output, targets, version = "" }) => {
    const binaries = targets.map((target) => ({
      name: "one",
      target,
      path: binaryPath(output, "one", target, version),
    }));
    return pathCollisions(binaries).map((item) => ({ input: "output", item, message: collisionMessage }));
  },

  ({ gitToken, goprivate, network, imageBuild }) => {
    if (gitToken === undefined) return [];
    const input = "git-token";
    const vague = goprivate.filter((pattern) => /[*?[]/.test(pattern.split("/")[0] ?? ""));
    const named = "a token goes to hosts that are named in full. Write for instance `git.example.org/*`.";
    return [
      ...(goprivate.length === 0
        ? [{ input, message: "nothing says where it belongs. Name the private modules in `goprivate`." }]
        : []),
      ...vague.map((item) => ({ input: "goprivate", item, message: named })),
      ...(network === "none"
        ? [{ input, message: "with `network: none` nothing is downloaded. Use `network: modules`, or leave it out." }]
        : []),
      ...(imageBuild === "source"
        ? [{ input, message: "it is not there in `image-build: source`. Use `binary`, or vendor the modules." }]
        : []),
    ];
  },

  ({ rerunFails, testArgs }) =>
    rerunFails > 0
      ? testArgs
          .filter((word) => /^--?(test\.)?failfast(=(?!false|0|f$))?/i.test(word))
          .map((item) => ({
            input: "rerun-fails",
            item,
            message: "tests that were never reached would pass with it. Leave `-failfast` out of `test-args`.",
          }))
      : [],

  ({ testArgs, buildFlags, env }) => [
    ...testFlagProblems(testArgs),
    ...buildFlagProblems(buildFlags),
    ...goFlagsProblems(env),
  ],
];

/** Two binaries would get one path. */
export const collisionMessage =
  "several binaries would have the same path. Add {{name}}, {{os}}, {{arch}} or {{variant}}.";
