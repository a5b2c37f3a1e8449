// SPDX-License-Identifier: MIT
// Makes a program smaller as long as it keeps a property: takes lines away, with what is indented below them, and puts
// the bodies of compound statements in their place.

/** @typedef {{line: string, body: Node[]}} Node */

/** @returns {Node[]} */
export function parseBlocks(text) {
  const root = [];
  const open = [{ indent: -1, body: root }];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const indent = raw.length - raw.trimStart().length;
    while (open.at(-1).indent >= indent) open.pop();
    const node = { line, body: [] };
    open.at(-1).body.push(node);
    open.push({ indent, body: node.body });
  }
  return root;
}

/** A compound statement that has lost its body gets `pass`. */
export function printBlocks(nodes, indent = '') {
  return nodes
    .map(({ line, body }) => {
      const inner = printBlocks(body, `${indent}    `);
      const empty = inner === '' && line.endsWith(':') ? `${indent}    pass\n` : inner;
      return `${indent}${line}\n${empty}`;
    })
    .join('');
}

/** The statements that go together: `try:` with its `except:` and `finally:`. */
function groups(nodes) {
  const result = [];
  for (const node of nodes) {
    if (/^(except|else|elif|finally)\b/.test(node.line) && result.length) result.at(-1).push(node);
    else result.push([node]);
  }
  return result;
}

const kSimpler = [
  [/, name="\w+"/g, ''],
  [/\brange\(\d+\)/g, 'range(1)'],
  [/, return_exceptions=True/g, ''],
  [/\.cancel\([^()]+\)/g, '.cancel()'],
  [/print\("[^"]*", (.+)\)$/, 'print($1)'],
  [/print\((?:.*)await ((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+)\)$/, 'await $1'],
  [/print\(.+\)$/, 'print("x")'],
  [/^(async with .*) as \w+:$/, '$1:'],
  [/asyncio\.shield\((.*?)\)/, '$1'],
  [/await asyncio\.gather\((\w+\(\))\)/, 'await $1'],
  [/^return .*/, 'return'],
];

/**
 * All ways to make `nodes` a little smaller, the largest steps first.
 * @param {Node[]} nodes
 * @returns {Generator<Node[]>}
 */
function* smaller(nodes) {
  const parts = groups(nodes);
  for (let size = parts.length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at + size <= parts.length || (at < parts.length && size > 1); at += size) {
      yield parts.toSpliced(at, size).flat();
    }
  }
  for (let i = 0; i < parts.length; i++) {
    const around = (replacement) => parts.toSpliced(i, 1, replacement).flat();
    const [first, ...rest] = parts[i];
    // A body without what is around it.
    for (const node of parts[i]) if (node.body.length && !/^(async )?def|^class/.test(node.line)) yield around(node.body);
    if (/^await (\w+)\(\)$/.test(first.line)) continue;
    // Without one of its clauses.
    for (let k = 0; k < rest.length; k++) yield around([first, ...rest.toSpliced(k, 1)]);
  }
  for (let i = 0; i < nodes.length; i++) {
    for (const [pattern, replacement] of kSimpler) {
      const line = nodes[i].line.replace(pattern, replacement);
      if (line !== nodes[i].line) yield nodes.toSpliced(i, 1, { ...nodes[i], line });
    }
    for (const body of smaller(nodes[i].body)) yield nodes.toSpliced(i, 1, { ...nodes[i], body });
  }
}

/**
 * The smallest program found that still has the property.
 * @param {string} text
 * @param {(text: string, lane: number) => Promise<boolean>} holds
 * @param {{width?: number, maxTries?: number, onStep?: (lines: number, tries: number) => void}} options
 */
export async function shrink(text, holds, { width = 2, maxTries = 4000, onStep = () => {} } = {}) {
  let best = parseBlocks(text);
  let tries = 0;
  const tried = new Set([printBlocks(best)]);
  for (;;) {
    const candidates = smaller(best);
    let found = null;
    while (found === null && tries < maxTries) {
      const batch = [];
      // Not for-of: leaving that would end the generator.
      for (let next; batch.length < width && !(next = candidates.next()).done; ) {
        const program = printBlocks(next.value);
        if (tried.has(program)) continue;
        tried.add(program);
        batch.push({ nodes: next.value, program });
      }
      if (batch.length === 0) break;
      tries += batch.length;
      const answers = await Promise.all(batch.map(({ program }, lane) => holds(program, lane)));
      const index = answers.indexOf(true);
      if (index >= 0) found = batch[index].nodes;
    }
    if (found === null) return printBlocks(best);
    best = found;
    onStep(printBlocks(best).split('\n').length - 1, tries);
  }
}
