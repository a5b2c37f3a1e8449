// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const calls = (w, names) => names.map((name) => (w.random.chance(0.5) ? `${name}()` : w.spawned(name))).join(', ');
const spawns = (w, names) => names.map((name) => w.spawned(name)).join(', ');

/** gather, wait, wait_for, as_completed, shield, timeout, TaskGroup. @type {import('../writer.mjs').Operation[]} */
export const composing = [
  {
    name: 'gather',
    weight: 3,
    calls: true,
    write: (w) => {
      const flag = w.random.chance(0.4) ? ', return_exceptions=True' : '';
      const result = flag ? '[show(r) if isinstance(r, BaseException) else r for r in await GATHER]' : 'await GATHER';
      return [w.say(`"gather", ${result.replace('GATHER', `asyncio.gather(${calls(w, w.children(1, 3))}${flag})`)}`)];
    },
  },
  {
    name: 'gather in gather',
    weight: 0.7,
    calls: true,
    write: (w) => [w.say(`"gather", await asyncio.gather(asyncio.gather(${calls(w, w.children(1, 2))}), ${calls(w, w.children(1, 1))})`)],
  },
  {
    name: 'gather cancelled',
    weight: 1,
    calls: true,
    write: (w) => {
      const gather = w.fresh('gather');
      return [
        `${gather} = asyncio.gather(${calls(w, w.children(1, 2))}${w.random.pick(['', ', return_exceptions=True'])})`,
        ...w.operation(),
        w.say(`"cancels", ${gather}.cancel(${w.random.pick(['', '"enough"'])})`),
        'try:',
        `    ${w.say(`"gather", await ${gather}`)}`,
        'except (asyncio.CancelledError, ValueError) as error:',
        `    ${w.say('"gather ended", show(error), asyncio.current_task().cancelling()')}`,
      ];
    },
  },
  { name: 'gather nothing', weight: 0.3, write: (w) => [w.say('"gather", await asyncio.gather()')] },
  {
    name: 'gather one twice',
    weight: 0.4,
    calls: true,
    write: (w) => {
      const name = w.child();
      return [`twice = ${w.spawned(name)}`, w.say('"gather", await asyncio.gather(twice, twice)')];
    },
  },
  {
    name: 'wait',
    weight: 2,
    calls: true,
    write: (w) => {
      const when = w.random.pick(['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED']);
      const limit = w.random.chance(0.4) && w.freeSlots.length ? `, timeout=left(${w.slot()})` : '';
      return [
        `done, pending = await asyncio.wait([${spawns(w, w.children(1, 3))}], return_when=asyncio.${when}${limit})`,
        w.say('"wait", sorted(task.get_name() for task in done), sorted(task.get_name() for task in pending)'),
      ];
    },
  },
  {
    name: 'wait_for',
    weight: 2,
    calls: true,
    timed: true,
    write: (w) => {
      const name = w.child();
      return [
        'try:',
        `    ${w.say(`"wait_for", await asyncio.wait_for(${w.random.pick([`${name}()`, w.spawned(name)])}, left(${w.slot()}))`)}`,
        'except TimeoutError as error:',
        `    ${w.say('"gave up", show(error)')}`,
      ];
    },
  },
  {
    name: 'wait_for without a limit',
    weight: 0.4,
    calls: true,
    write: (w) => [w.say(`"wait_for", await asyncio.wait_for(${w.child()}(), ${w.random.pick(['None', '-1'])})`)],
  },
  {
    name: 'as_completed',
    eager: false,
    weight: 1.5,
    calls: true,
    write: (w) => {
      const limit = w.random.chance(0.3) && w.freeSlots.length ? `, timeout=left(${w.slot()})` : '';
      return [
        'try:',
        `    for next_one in asyncio.as_completed([${calls(w, w.children(1, 3))}]${limit}):`,
        `        ${w.say('"completed", await next_one')}`,
        'except (TimeoutError, ValueError) as error:',
        `    ${w.say('show(error)')}`,
      ];
    },
  },
  {
    name: 'async as_completed',
    eager: false,
    weight: 1.5,
    calls: true,
    write: (w) => {
      const limit = w.random.chance(0.3) && w.freeSlots.length ? `, timeout=left(${w.slot()})` : '';
      return [
        'try:',
        `    async for task in asyncio.as_completed([${spawns(w, w.children(1, 3))}]${limit}):`,
        `        ${w.say('"completed", task.get_name(), outcome(task)')}`,
        ...(w.random.chance(0.2) ? ['        break'] : []),
        'except TimeoutError as error:',
        `    ${w.say('show(error)')}`,
      ];
    },
  },
  {
    name: 'shield',
    weight: 1.5,
    calls: true,
    write: (w) => [w.say(`"shield", await asyncio.shield(${w.spawned(w.child())})`)],
  },
  {
    name: 'shield cancelled',
    weight: 1,
    calls: true,
    write: (w) => {
      const shield = w.fresh('shield');
      return [
        `${shield} = asyncio.shield(${w.spawned(w.child())})`,
        ...w.operation(),
        w.say(`${shield}.cancel()`),
        ...w.operation(),
        w.say(`"shield", outcome(${shield})`),
      ];
    },
  },
  {
    name: 'timeout',
    weight: 2.5,
    nests: true,
    timed: true,
    write: (w) => {
      const slot = w.slot();
      return [
        'try:',
        `    async with ${w.random.pick([`asyncio.timeout_at(at(${slot}))`, `asyncio.timeout(left(${slot}))`])} as limit:`,
        ...indented(w.body(2)),
        'except TimeoutError as error:',
        `    ${w.say('"timed out", limit.expired(), show(error)')}`,
      ];
    },
  },
  {
    name: 'timeout rescheduled',
    weight: 1.5,
    nests: true,
    timed: true,
    write: (w) => {
      const first = w.random.pick(['None', `left(${w.slot()})`]);
      const then = w.freeSlots.length ? w.random.weighted([[4, `at(${w.slot()})`], [1, 'None'], [1, 'loop.time() - 1']]) : 'None';
      return [
        'try:',
        `    async with asyncio.timeout(${first}) as limit:`,
        ...indented(w.body(1)),
        `        limit.reschedule(${then})`,
        ...indented(w.body(1)),
        'except TimeoutError as error:',
        `    ${w.say('"timed out", limit.expired(), show(error)')}`,
        'else:',
        `    ${w.say('"in time", limit.expired()')}`,
      ];
    },
  },
  {
    name: 'timeout in timeout',
    weight: 1,
    nests: true,
    timed: true,
    write: (w) => [
      'try:',
      `    async with asyncio.timeout_at(at(${w.slot()})):`,
      '        try:',
      `            async with asyncio.timeout_at(at(${w.freeSlots.length ? w.slot() : 60})):`,
      ...indented(indented(indented(w.body(2)))),
      '        except TimeoutError:',
      `            ${w.say('"inner"')}`,
      ...indented(w.body(1)),
      'except TimeoutError:',
      `    ${w.say('"outer"')}`,
    ],
  },
  {
    name: 'group',
    weight: 3,
    calls: true,
    write: (w) => {
      const group = w.fresh('group');
      const names = w.children(1, 3);
      return [
        `async with asyncio.TaskGroup() as ${group}:`,
        ...names.map((name) => `    everything.append(${group}.create_task(${name}(), name="${name}"))`),
        ...w.body(1),
        w.say(`"${group} is done"`),
      ];
    },
  },
  {
    name: 'group with except*',
    weight: 1.5,
    calls: true,
    write: (w) => {
      const group = w.fresh('group');
      const names = w.children(1, 3);
      return [
        'try:',
        `    async with asyncio.TaskGroup() as ${group}:`,
        ...names.map((name) => `        everything.append(${group}.create_task(${name}(), name="${name}"))`),
        ...(w.random.chance(0.5) ? indented(w.body(1)) : []),
        'except* ValueError as errors:',
        `    ${w.say('"values", show(errors)')}`,
        'except* (KeyError, LookupError, RuntimeError) as errors:',
        `    ${w.say('"others", show(errors)')}`,
      ];
    },
  },
  {
    name: 'group task from a child',
    weight: 0.6,
    calls: true,
    write: (w) => {
      const group = w.fresh('group');
      const [inner, outer] = [w.child(), w.fresh('adds')];
      return [
        `async def ${outer}():`,
        ...indented(['await asyncio.sleep(0)', `everything.append(${group}.create_task(${inner}(), name="${inner}"))`, w.say('"has added"')]),
        `async with asyncio.TaskGroup() as ${group}:`,
        `    ${group}.create_task(${outer}())`,
        w.say(`"${group} is done"`),
      ];
    },
  },
];
