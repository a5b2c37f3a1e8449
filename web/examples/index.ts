// SPDX-License-Identifier: MIT
import { parseExample, sortExamples } from './parse';

const files = import.meta.glob<string>('../../playground-examples/*.py', { query: '?raw', import: 'default', eager: true });

/** Every file of playground-examples/, in order. */
export const examples = sortExamples(
  Object.entries(files).map(([path, file]) => parseExample(path.replace(/^.*\//, '').replace(/\.py$/, ''), file)),
);

export { groupByTopic, type Example } from './parse';
