/** In the run's private folder: `docker gda-…`, the container that has to go when nobody is there any more to remove it. */
export const containerNote = "container";
