// SPDX-License-Identifier: MIT
// "Task exception was never retrieved": printed when the last reference to the task goes. What keeps it so long is not
// defined (frames of other tracebacks, by way of f_back), so these reports are compared apart from when they come.
// "Task was destroyed but it is pending!": tasks that only hold each other die in the order in which the collector comes to
// them, so of such reports that follow each other at once the order is not compared.

const kHead = /^(handler: )?(Task|Future|_GatheringFuture) exception was never retrieved/;
const kDestroyed = 'Task was destroyed but it is pending!';
const kGroup = /^ {2}\+ Exception Group Traceback/;
const kChained = /^(During handling of the above exception|The above exception was the direct cause)/;

/**
 * @param {string} text
 * @returns {{rest: string, reports: string[]}} the text without its reports, and these, sorted
 */
export function takeReports(text) {
  const lines = text.split('\n');
  const rest = [];
  const reports = [];
  for (let i = 0; i < lines.length; ) {
    const head = kHead.exec(lines[i]);
    if (lines[i] === kDestroyed) {
      const destroyed = [];
      while (lines[i] === kDestroyed) {
        const report = [lines[i++]];
        if (/^task: /.test(lines[i] ?? '')) report.push(lines[i++]);
        destroyed.push(report.join('\n'));
      }
      rest.push(...destroyed.sort());
      continue;
    }
    if (head === null) {
      rest.push(lines[i++]);
      continue;
    }
    const report = [lines[i++]];
    if (head[1] === undefined) {
      if (/^future: /.test(lines[i])) report.push(lines[i++]);
      // Debug mode: where it was made.
      if (/^source_traceback: /.test(lines[i])) {
        report.push(lines[i++]);
        while (/^ {2}(?! [+|])(?:File| )/.test(lines[i] ?? '')) report.push(lines[i++]);
      }
      i = takeError(lines, i, report);
    }
    reports.push(report.join('\n'));
  }
  return { rest: rest.join('\n'), reports: reports.sort() };
}

/** One exception with its traceback and those that it is chained to; returns the line after it. */
function takeError(lines, start, report) {
  let i = start;
  const group = kGroup.test(lines[i]);
  if (/Traceback \(most recent call last\):$/.test(lines[i])) report.push(lines[i++]);
  while (i < lines.length && /^ /.test(lines[i])) report.push(lines[i++]);
  if (!group && i < lines.length && /^[\w.]+(: |$)/.test(lines[i])) report.push(lines[i++]);
  if (lines[i] === '' && kChained.test(lines[i + 1] ?? '') && lines[i + 2] === '') {
    report.push(...lines.slice(i, i + 3));
    return takeError(lines, i + 3, report);
  }
  return i;
}
