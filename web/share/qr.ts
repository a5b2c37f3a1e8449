// SPDX-License-Identifier: MIT
// Loaded when someone asks for a code: the page does not pay for it.
import { correction, generate } from 'lean-qr';

/** Modules of empty margin that scanners need around a code. */
const QUIET = 4;

export interface QrCode {
  /** Modules of one side, margin included. */
  readonly size: number;
  /** SVG path of the dark modules, in module units. */
  readonly path: string;
  /** So fine that a phone needs it large. */
  readonly dense: boolean;
}

/** Finer than this a code on a slide is hard to scan from the room. Modules. */
const DENSE = 100;

/** Undefined if the text does not fit into the largest code. */
export function qrCode(text: string): QrCode | undefined {
  let bitmap;
  try {
    bitmap = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.M });
  } catch {
    return undefined;
  }
  const rows: string[] = [];
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      if (!bitmap.get(x, y)) continue;
      let end = x + 1;
      while (end < bitmap.size && bitmap.get(end, y)) end += 1;
      rows.push(`M${String(x + QUIET)} ${String(y + QUIET)}h${String(end - x)}v1h-${String(end - x)}z`);
      x = end;
    }
  }
  return { size: bitmap.size + 2 * QUIET, path: rows.join(''), dense: bitmap.size > DENSE };
}
