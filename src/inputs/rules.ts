import type { Problem } from "../errors.ts";
import type { Inputs } from "./inputs.ts";
import { targetName, targetPlatform } from "./target.ts";

/** What single inputs cannot know: the combinations that make no sense. */
export function contradictions(inputs: Inputs): readonly Problem[] {
  return [...imageRules(inputs), ...stepRules(inputs), ...flagRules(inputs)];
}

function imageRules(inputs: Inputs): Problem[] {
  const problems: Problem[] = [];
  const { image, push, steps, username, password, targets, imagePlatforms } = inputs;
  if (push && image.length === 0)
    problems.push({ input: "push", message: "there is no image to push. Set `image` to its name." });
  if (image.length > 0 && !steps.includes("build") && inputs.imageBuild === "binary") {
    problems.push({
      input: "image",
      message:
        "the image is made of the built binaries, but `steps` has no build. Add `build`, or use `image-build: source`.",
    });
  }
  if (image.length > 0 && targets.length > 0 && !targets.some(({ os }) => os === "linux")) {
    problems.push({
      input: "image",
      message: "an image needs a linux target. Add one to `targets`, for instance linux/amd64.",
    });
  }
  for (const ref of image) {
    if (ref.digest !== "")
      problems.push({
        input: "image",
        item: ref.digest,
        message: "a digest is the result of a push. Give the name alone.",
      });
    if (ref.tag !== "")
      problems.push({ input: "image", item: ref.tag, message: "tags come from `image-tags`. Give the name alone." });
  }
  if ((username === undefined) !== (password === undefined)) {
    const [there, missing] = username === undefined ? ["password", "username"] : ["username", "password"];
    problems.push({ input: missing, message: `\`${there}\` is given without it. Give both or neither.` });
  }
  const built = new Set(targets.map(targetPlatform));
  for (const platform of imagePlatforms) {
    if (platform.os !== "linux")
      problems.push({
        input: "image-platforms",
        item: targetName(platform),
        message: "images run on linux. Leave it out.",
      });
    else if (built.size > 0 && !built.has(targetPlatform(platform))) {
      problems.push({
        input: "image-platforms",
        item: targetName(platform),
        message: "it is not among `targets`. Add it there too.",
      });
    }
  }
  return problems;
}

function stepRules({ coverageThreshold, coverage, steps, artifacts }: Inputs): Problem[] {
  const problems: Problem[] = [];
  if (coverageThreshold !== undefined && (!coverage || !steps.includes("test"))) {
    problems.push({
      input: "coverage-threshold",
      message: "no coverage is measured. Set `coverage: true` and keep `test` in `steps`.",
    });
  }
  if (artifacts.includes("none") && artifacts.length > 1) {
    problems.push({ input: "artifacts", item: "none", message: "`none` stands alone. Remove it, or the others." });
  }
  return problems;
}

/** Flags that the action sets itself, and those that make go run another program. */
const managed: Readonly<Record<string, string>> = {
  "-o": "use `output`",
  "-ldflags": "use `ldflags`",
  "-tags": "use `build-tags`",
  "-trimpath": "use `trimpath`",
  "-race": "use `race`",
  "-json": "the test report is read from it",
  "-coverprofile": "use `coverage`",
  "-timeout": "use `timeout`",
  "-toolexec": "it would run another program",
  "-exec": "it would run another program",
};

function flagRules({ testArgs, buildFlags }: Inputs): Problem[] {
  const check = (input: string, flags: readonly string[]) =>
    flags.flatMap((flag) => {
      const name = flag.replace(/^--/, "-").replace(/[= ].*$/s, "");
      const why = managed[name];
      return why === undefined ? [] : [{ input, item: flag, message: `${name} is managed by the action: ${why}.` }];
    });
  return [...check("test-args", testArgs), ...check("build-flags", buildFlags)];
}
