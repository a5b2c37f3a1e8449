// SPDX-License-Identifier: MIT
// docs/asyncio.md: every public name of asyncio, its state in this build, and the program that shows it.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findPrograms, repository } from '../conformance/lib/programs.mjs';
import { namesHere } from './list.mjs';

export const kDocument = join(repository, 'docs/asyncio.md');
const kReasons = join(repository, 'tests/asyncio/absent.txt');

/** What makes an object of a class, where that is not its own name. */
const kMakers = {
  AbstractServer: ['start_server', 'create_server'],
  BaseTransport: ['create_connection', 'create_server', 'transport'],
  BoundedSemaphore: ['BoundedSemaphore'],
  DatagramTransport: ['create_datagram_endpoint'],
  Future: ['create_future', 'asyncio.Future'],
  Handle: ['call_soon', 'asyncio.Handle'],
  ReadTransport: ['create_connection', 'transport'],
  Server: ['start_server', 'create_server'],
  StreamReader: ['open_connection', 'start_server', 'StreamReader'],
  StreamWriter: ['open_connection', 'start_server', 'StreamWriter'],
  Task: ['create_task', 'asyncio.Task', 'current_task'],
  Timeout: ['asyncio.timeout', 'Timeout'],
  TimerHandle: ['call_later', 'call_at'],
  WriteTransport: ['create_connection', 'transport'],
};
/** How a special method shows in a program. */
const kSyntax = {
  __aenter__: /async with/,
  __aexit__: /async with/,
  __enter__: /\bwith /,
  __exit__: /\bwith /,
  __await__: /\bawait /,
  __aiter__: /async for/,
  __anext__: /async for|anext\(/,
};
/** Classes whose methods are those of the loop that programs get, or are its abstract form. */
const kLoops = ['AbstractEventLoop', 'BaseEventLoop', 'EventLoop', 'SelectorEventLoop'];

function readPrograms() {
  const byHand = readdirSync(join(repository, 'tests/asyncio/by_hand')).map((file) => ({ name: `tests/asyncio/by_hand/${file}` }));
  return [...findPrograms(), ...byHand]
    .filter(({ name }) => /^tests\/.*\.py$/.test(name))
    .map(({ name }) => ({ name, area: basename(dirname(name)), text: readFileSync(join(repository, name), 'utf8') }))
    .filter(({ text }) => /\bimport asyncio|from asyncio/.test(text));
}

function word(text) {
  return new RegExp(`(?<![\\w])${text.replaceAll('.', '\\.')}(?![\\w])`);
}

/** Tests that a program must pass to show the name. */
function patternsOf(name) {
  const [owner, member] = name.startsWith('loop.') ? ['loop', name.slice(5)] : name.replace(/^asyncio\.(events\.|subprocess\.)?/, '').split('.');
  if (!member) return [word(owner)];
  const use = kSyntax[member] ?? new RegExp(`\\.${member}(?![\\w])|def ${member}\\(`);
  if (owner === 'loop' || kLoops.includes(owner)) return [use, /loop/];
  const makers = kMakers[owner] ?? [owner];
  return [use, { test: (text) => makers.some((maker) => word(maker).test(text)) }];
}

/** The program that shows a name best: in whose area or title the name is, then the shortest. */
function findProgram(name, programs) {
  const patterns = patternsOf(name);
  const last = name.split('.').at(-1).toLowerCase();
  const owner = name.split('.').at(-2)?.toLowerCase() ?? '';
  const rank = ({ name: path, text }) => {
    const near = [last, owner].filter((part) => part.length > 3 && path.toLowerCase().replaceAll('_', '').includes(part.replaceAll('_', ''))).length;
    return [-near, text.length];
  };
  return programs
    .filter(({ text }) => patterns.every((pattern) => pattern.test(text)))
    .sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1] || (a.name < b.name ? -1 : 1))[0];
}

/** absent.txt: a name and why it is not here, one a line. */
function readReasons() {
  return new Map(
    readFileSync(kReasons, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split(/\t| {2,}/))
      .map(([name, why]) => [name, why]),
  );
}

function sectionOf(name) {
  if (name.startsWith('loop.')) return 'The event loop (`asyncio.get_running_loop()`)';
  const parts = name.split('.');
  if (parts[1] === 'subprocess') return '`asyncio.subprocess`';
  if (parts[1] === 'events') return '`asyncio.events.BaseDefaultEventLoopPolicy`';
  return parts.length > 2 ? `\`asyncio.${parts[1]}\`` : 'Functions and constants';
}

function rowOf({ name, state, message }, programs, reasons) {
  const said = state === 'absent' ? `absent: ${reasons.get(name) ?? 'no reason given'}` : state === 'refuses' ? `refuses: ${message}` : 'works';
  const program = findProgram(name, programs);
  const shown = program ? `[${program.area}/${basename(program.name)}](../${program.name})` : '';
  return `| \`${name}\` | ${said.replaceAll('|', '\\|')} | ${shown} |`;
}

/** The document, and what is wrong with the names behind it. */
export function makeTable(binary) {
  const reasons = readReasons();
  const programs = readPrograms();
  const names = namesHere(binary);
  const classes = new Set(names.filter(({ name }) => name.split('.').length > 2).map(({ name }) => name.split('.').slice(0, -1).join('.')));
  const sections = new Map();
  for (const entry of names) {
    const section = classes.has(entry.name) ? `\`${entry.name}\`` : sectionOf(entry.name);
    if (!sections.has(section)) sections.set(section, []);
    sections.get(section).push(entry);
  }
  const count = (state) => names.filter((entry) => entry.state === state).length;
  const lines = [
    '# asyncio in Loopscope',
    '',
    '<!-- Made by `npm run docs:asyncio`; a test compares it. -->',
    '',
    `Every public name of CPython 3.13's asyncio (${names.length}; \`tests/asyncio/cpython-3.13.txt\` is its own list), what it is here, and a`,
    "program of `tests/conformance` that uses it and prints what CPython prints. The states are asked of the runtime:",
    `${count('works')} work, ${count('refuses')} refuse with a message that says what to do instead, ${count('absent')} are absent.`,
    '',
    'Servers and connections work between the tasks and threads of one program: the host on which they meet is in memory, and there',
    'is no other. `capture_call_graph`, `format_call_graph` and `print_call_graph` of Python 3.14 are there too.',
  ];
  for (const [section, entries] of [...sections].sort((a, b) => order(a[0]) - order(b[0]) || (a[0] < b[0] ? -1 : 1))) {
    lines.push('', `## ${section}`, '', '| name | here | shown by |', '| --- | --- | --- |');
    lines.push(...entries.map((entry) => rowOf(entry, programs, reasons)));
  }
  const problems = names
    .filter(({ name, state }) => state === 'absent' && !reasons.has(name))
    .map(({ name, message }) => `${name} is absent (${message}): add it, or say why in tests/asyncio/absent.txt`);
  for (const name of reasons.keys())
    if (!names.some((entry) => entry.name === name && entry.state === 'absent')) problems.push(`absent.txt: ${name} is there, or no name of CPython's`);
  const unshown = names.filter((entry) => entry.state === 'works' && !findProgram(entry.name, programs)).map(({ name }) => name);
  return { text: `${lines.join('\n')}\n`, problems, unshown };
}

function order(section) {
  return ['Functions and constants', 'The event loop'].findIndex((start) => section.startsWith(start)) >>> 0;
}
