// SPDX-License-Identifier: MIT
import type { FromWorker, ToWorker } from '../protocol/messages';

/** One worker, as the session sees it. */
export interface WorkerLink {
  post(message: ToWorker): void;
  /** No message arrives after this. */
  terminate(): void;
}

/** Makes a worker that already boots; messages posted before it is ready wait in its queue. */
export type WorkerFactory = (onMessage: (message: FromWorker) => void) => WorkerLink;
