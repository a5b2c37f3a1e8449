// SPDX-License-Identifier: MIT
// Makes what CPython printed and what Loopscope printed comparable, and nothing more:
// - a path of the program becomes its file name;
// - frames of a traceback that are not in the program (asyncio's own Python files, which Loopscope
//   does not have) are dropped with their source lines;
// - places in the standard library lose their line numbers, objects their addresses.

const kProgramFrames = new Set(['<string>', '<eval>', '<test>']);

/** Drops the traceback frames of files other than the program's. */
function dropForeignFrames(text, file) {
  const kept = [];
  let foreignPrefix = null; // what the frame's line begins with; its source is indented below it
  for (const line of text.split('\n')) {
    const frame = /^((?: *\| )? *)File "([^"]*)", line \d+, in /.exec(line);
    if (frame !== null) {
      const foreign = frame[2] !== file && !kProgramFrames.has(frame[2]);
      foreignPrefix = foreign ? frame[1] : null;
      if (foreign) continue;
    } else if (foreignPrefix !== null) {
      if (line.startsWith(`${foreignPrefix}  `)) continue;
      foreignPrefix = null;
    }
    kept.push(line);
  }
  return kept.join('\n');
}

/**
 * @param {string} text  what a program printed on one stream
 * @param {{folder: string, file: string}} program
 */
export function normalise(text, { folder, file }) {
  const plain = text
    .replaceAll('\r\n', '\n')
    .replaceAll(`${folder}/`, '')
    .replace(/\bat [^\s<>]*?\/?((?:asyncio|concurrent|contextlib|functools)[\w/]*\.py):\d+/g, 'at $1')
    .replace(/\bat 0x[0-9a-f]+/g, 'at 0x...');
  return dropForeignFrames(plain, file);
}
