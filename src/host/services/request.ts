/** What a service of the runner is asked for. */
export type ServiceRequest = RestoreRequest | SaveRequest | UploadRequest;

export interface RestoreRequest {
  readonly kind: "restore";
  readonly key: string;
  readonly prefixes: readonly string[];
  /** The runner's temporary folder: the service knows a cache by its path, and so that is the same on every runner. */
  readonly temp: string;
  /** The cache's folder, relative to `temp`. */
  readonly path: string;
  /** For what the request leaves, the archive among it; gone afterwards. */
  readonly aside: string;
}

export interface SaveRequest {
  readonly kind: "save";
  readonly key: string;
  readonly temp: string;
  readonly path: string;
  readonly aside: string;
}

export interface UploadRequest {
  readonly kind: "upload";
  readonly name: string;
  /** Absolute. */
  readonly files: readonly string[];
  readonly root: string;
  readonly retentionDays: number | undefined;
  /** Takes the half-made artifact of that name away first: it is our own. */
  readonly again: boolean;
}

/** Of what happened, and of what came of it, one is set, or none. */
export interface ServiceAnswer {
  /** What went wrong, in a sentence. */
  readonly fault?: string;
  /** The service did its part: it is what it gave that is bad. */
  readonly damaged?: boolean;
  /** The service has made an artifact of that name for us, whole or not. */
  readonly ours?: boolean;
  /** The service does not let this run do that; nothing is broken. */
  readonly refusal?: string;
  /** The key of the cache that was found. */
  readonly found?: string;
  readonly artifact?: { readonly id: string; readonly size: number };
}
