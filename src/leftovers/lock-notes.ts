/** In the run's private folder: a folder with a file for each empty `.git` that the run has made. They go with it. */
export const lockNotes = "locks";
