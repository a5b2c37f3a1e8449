// SPDX-License-Identifier: MIT

/** Mirrors network::FailureKind (runtime/network/message.h), by position. */
const KINDS = ['unreachable', 'refused', 'reset', 'cors', 'offline', 'mixed', 'unsupported'] as const;
export type FetchFailureKind = (typeof KINDS)[number];

export interface FetchFailure {
  readonly kind: FetchFailureKind;
  /** One sentence, which the program's exception carries. */
  readonly message: string;
}

export const failureNumber = (kind: FetchFailureKind): number => KINDS.indexOf(kind);

/** As much of a worker's global scope as fetching needs. */
export interface NetworkView {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** False only if the browser knows that there is no network. */
  readonly online: boolean;
  /** Of the page: `https://example.org`, or `null` in a sandbox. */
  readonly origin: string;
}

/** A host that does not answer by then is unreachable. */
const PROBE_MS = 4000;

/**
 * Browsers say no more than "Failed to fetch", lest pages explore networks. What can be found out: whether there is a
 * network, whether the browser lets an https page ask http at all, and whether the server answers those who may not read.
 */
export async function explainFailure(url: string, error: unknown, begun: boolean, network: NetworkView): Promise<FetchFailure> {
  let target: URL;
  try {
    target = new URL(url);
  } catch {
    return { kind: 'unsupported', message: `not a URL: ${url}` };
  }
  const { host, protocol, hostname } = target;
  const said = error instanceof Error ? error.message : String(error);
  if (begun) return { kind: 'reset', message: `the connection to ${host} broke: ${said}` };
  const local = hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]';
  if (!network.online && !local) return { kind: 'offline', message: `no way to ${host}: the browser is offline` };
  if (protocol === 'http:' && network.origin.startsWith('https:') && !local) {
    return { kind: 'mixed', message: `the browser lets this page, which came by https, ask ${host} by https only` };
  }
  if (await answers(target, network)) {
    const page = network.origin === 'null' ? 'pages like this one' : `pages from ${network.origin}`;
    return { kind: 'cors', message: `${host} answers, but does not allow ${page} to read it (CORS)` };
  }
  if (local) {
    const forbidden = network.origin.startsWith('https:') ? ', or the browser does not let a site ask there' : '';
    return { kind: 'refused', message: `nobody listens at ${host}${forbidden}` };
  }
  return { kind: 'unreachable', message: `no way to ${host}: ${said}` };
}

/** Without CORS a page may ask, but not look at the answer: that is enough to know that there is one. */
async function answers(url: URL, network: NetworkView): Promise<boolean> {
  const patience = new AbortController();
  const timer = setTimeout(() => { patience.abort(); }, PROBE_MS);
  try {
    await network.fetch(url.origin, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: patience.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
