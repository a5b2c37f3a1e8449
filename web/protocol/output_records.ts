// SPDX-License-Identifier: MIT
// Program output as the runtime packs it: repeated
// { u8 stream, 3 pad, u32 byteLength, f64 programTime, bytes padded to 8 }, little-endian.

export type StreamName = 'stdout' | 'stderr';

export interface OutputRecord {
  readonly stream: StreamName;
  /** Program seconds at which it was written. */
  readonly time: number;
  /** UTF-8; may begin or end inside a character, because a program may write bytes. */
  readonly bytes: Uint8Array;
}

const HEADER_BYTES = 16;

/** Reads a batch without copying. A cut record ends the batch. */
export function* outputRecords(batch: Uint8Array): Generator<OutputRecord> {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  let at = 0;
  while (at + HEADER_BYTES <= batch.byteLength) {
    const length = view.getUint32(at + 4, true);
    const end = at + HEADER_BYTES + length;
    if (end > batch.byteLength) return;
    yield {
      stream: view.getUint8(at) === 2 ? 'stderr' : 'stdout',
      time: view.getFloat64(at + 8, true),
      bytes: batch.subarray(at + HEADER_BYTES, end),
    };
    at = (end + 7) & ~7;
  }
}

/** Packs one record; the inverse of `outputRecords`. */
export function packOutput(stream: StreamName, time: number, bytes: Uint8Array): Uint8Array {
  const packed = new Uint8Array((HEADER_BYTES + bytes.byteLength + 7) & ~7);
  const view = new DataView(packed.buffer);
  view.setUint8(0, stream === 'stderr' ? 2 : 1);
  view.setUint32(4, bytes.byteLength, true);
  view.setFloat64(8, time, true);
  packed.set(bytes, HEADER_BYTES);
  return packed;
}
