/** By these, runners find and kill what a job has left running. */
const marks = ["RUNNER_TRACKING_ID", "BUILD_ID", "JENKINS_NODE_COOKIE", "JENKINS_SERVER_COOKIE"];

/** The caller's environment for what must outlive the job's sudden end, to clean up after it. */
export function unmarkedEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !marks.includes(name)));
}
