type Env = Readonly<Record<string, string | undefined>>;

/** What no process but this one needs: the action's inputs, and the secrets that the command line takes this way. */
const inputs = /^(?:INPUT|GO_DOCKER_ACTION)_/i;

/** What the runner gives a step to speak for the job: its tokens, its services, and the files that it obeys. */
const runner = /^(?:ACTIONS_.*|(?:GITHUB|GH)_TOKEN|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;

/** By these, runners find and kill what a job has left running. */
const marks = ["RUNNER_TRACKING_ID", "BUILD_ID", "JENKINS_NODE_COOKIE", "JENKINS_SERVER_COOKIE"];

/** What a shell needs, and an engine's client in it that speaks to no registry. */
const plain =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TZ|LANG|LANGUAGE|LC_\w+|XDG_\w+|DBUS_SESSION_BUS_ADDRESS|SSH_AUTH_SOCK|(?:https?|all|no)_proxy|DOCKER_(?:HOST|CONTEXT|CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION)|CONTAINERS?_\w+|STORAGE_\w+|BUILDAH_\w+)$/i;

/**
 * For the engine's client, its plugins and the credential helpers: they read variables of their own, of proxies and of
 * clouds, which nobody can list. Without what is the action's or the job's.
 */
export function clientEnv(env: Env = process.env): NodeJS.ProcessEnv {
  return only(env, (name) => !inputs.test(name) && !runner.test(name));
}

/** The same for a client that must outlive the job's sudden end, to clean up after it. */
export function outlivingEnv(env: Env = process.env): NodeJS.ProcessEnv {
  return only(clientEnv(env), (name) => !marks.includes(name));
}

/** For a shell of ours, and for tools that are told all they need. It outlives the job, too. */
export function plainEnv(env: Env = process.env): NodeJS.ProcessEnv {
  return only(env, (name) => plain.test(name));
}

/** For the process that asks the runner's services: it needs the job's tokens, and no input. */
export function serviceEnv(env: Env = process.env): NodeJS.ProcessEnv {
  return only(env, (name) => !inputs.test(name) && !/^(?:GITHUB|GH)_TOKEN$/i.test(name));
}

function only(env: Env, wanted: (name: string) => boolean): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => wanted(name)));
}
