// SPDX-License-Identifier: MIT

const kContext = 3;
const kMaxLines = 600; // the table below is quadratic
const kShownLines = 60;
const kShownWidth = 300;

const shorten = (line) =>
  line.length > kShownWidth ? `${line.slice(0, kShownWidth)}... (${line.length} characters)` : line;

/** Longest common subsequence as a list of ['=' | '-' | '+', line]. */
function edits(before, after) {
  const width = after.length + 1;
  const length = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      length[i * width + j] =
        before[i] === after[j]
          ? length[(i + 1) * width + j + 1] + 1
          : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  const result = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      result.push(['=', before[i]]);
      i++, j++;
    } else if (
      j === after.length ||
      (i < before.length && length[(i + 1) * width + j] >= length[i * width + j + 1])
    ) {
      result.push(['-', before[i++]]);
    } else {
      result.push(['+', after[j++]]);
    }
  }
  return result;
}

/**
 * Unified diff of two texts; '' if they are equal. `-` is what was expected, `+` what came.
 * @param {string} expected
 * @param {string} actual
 */
export function unifiedDiff(expected, actual) {
  if (expected === actual) return '';
  const list = edits(
    expected.split('\n').slice(0, kMaxLines),
    actual.split('\n').slice(0, kMaxLines),
  );
  const lines = [];
  let skipped = false;
  let before = 0; // line number in the expected text
  list.forEach(([kind, line], index) => {
    if (kind !== '+') before++;
    const near = list
      .slice(Math.max(0, index - kContext), index + kContext + 1)
      .some(([other]) => other !== '=');
    if (!near) {
      skipped = true;
      return;
    }
    if (skipped || lines.length === 0) lines.push(`@@ line ${before} @@`);
    skipped = false;
    lines.push(`${kind === '=' ? ' ' : kind}${shorten(line)}`);
  });
  // Equal as far as they were compared: the difference lies behind kMaxLines.
  if (lines.length === 0) return `@@ after line ${kMaxLines} @@`;
  if (lines.length > kShownLines) {
    return [...lines.slice(0, kShownLines), `... ${lines.length - kShownLines} more lines`].join('\n');
  }
  return lines.join('\n');
}
