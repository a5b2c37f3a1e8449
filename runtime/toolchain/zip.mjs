// SPDX-License-Identifier: MIT
/** Reads a zip archive (stored and deflated members, no encryption, no ZIP64): enough for what npm packages ship. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const kEnd = 0x06054b50;
const kCentral = 0x02014b50;
const kStored = 0;

/** @returns {Map<string, () => Buffer>} each member's path, and how to get its bytes */
export function openZip(path) {
  const bytes = readFileSync(path);
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== kEnd) end--;
  if (end < 0) throw new Error(`${path} is not a zip archive`);
  const members = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    if (bytes.readUInt32LE(at) !== kCentral) throw new Error(`${path} is damaged`);
    const method = bytes.readUInt16LE(at + 10);
    const packedSize = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const header = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    members.set(name, () => {
      const begin = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
      const packed = bytes.subarray(begin, begin + packedSize);
      return method === kStored ? packed : inflateRawSync(packed);
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return members;
}
