/** In the run's private folder: the empty `.git` folders that the run has made, a line each. They go with it. */
export const lockNote = "locks";
