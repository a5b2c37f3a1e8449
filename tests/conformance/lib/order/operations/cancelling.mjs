// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const message = (w) => w.random.pick(['', '', '"stop"', '"by " + asyncio.current_task().get_name()']);

/** Cancellation: asked for, caught, swallowed, taken back. @type {import('../writer.mjs').Operation[]} */
export const cancelling = [
  {
    name: 'cancel',
    weight: 3,
    write: (w) => {
      const task = w.fresh('task');
      return [`${task} = ${w.someTask()}`, w.say(`"cancels", ${task}.get_name(), ${task}.cancel(${message(w)}), ${task}.cancelling()`)];
    },
  },
  {
    name: 'cancel and wait',
    weight: 1.5,
    calls: true,
    write: (w) => {
      const task = w.fresh('task');
      return [
        `${task} = ${w.spawned(w.child())}`,
        ...(w.random.chance(0.7) ? w.operation() : []),
        `${task}.cancel(${message(w)})`,
        'try:',
        `    ${w.say(`"it ended with", await ${task}`)}`,
        'except asyncio.CancelledError as error:',
        `    ${w.say('"it is cancelled", show(error), asyncio.current_task().cancelling()')}`,
      ];
    },
  },
  {
    name: 'cancel later',
    weight: 1,
    timed: true,
    write: (w) => [`loop.call_at(at(${w.slot()}), ${w.someTask()}.cancel)`],
  },
  {
    name: 'cancel myself',
    weight: 0.6,
    write: (w) => [`asyncio.current_task().cancel(${message(w)})`, w.say('"cancels itself", asyncio.current_task().cancelling()')],
  },
  {
    name: 'catch cancellation',
    weight: 3,
    nests: true,
    write: (w) => [
      'try:',
      ...w.body(2),
      'except asyncio.CancelledError as error:',
      ...indented([
        w.say('"caught", show(error), asyncio.current_task().cancelling()'),
        ...(w.random.chance(0.3) ? ['await asyncio.sleep(0)', w.say('"cleaned up"')] : []),
        ...w.random.weighted([[4, ['raise']], [2, [w.say('"goes on", asyncio.current_task().uncancel()')]], [1, []], [1, ['raise ValueError("instead")']]]),
      ]),
    ],
  },
  {
    name: 'finally',
    weight: 2,
    nests: true,
    write: (w) => [
      'try:',
      ...w.body(),
      'finally:',
      ...indented([w.say('"finally"'), ...(w.random.chance(0.4) ? ['await asyncio.sleep(0)', w.say('"cleaned up"')] : [])]),
    ],
  },
  {
    name: 'stubborn',
    weight: 0.7,
    timed: true,
    write: (w) => {
      const slot = w.slot();
      return [
        'while True:',
        ...indented(['try:', `    await until(${slot})`, '    break', 'except asyncio.CancelledError as error:', `    ${w.say('"does not care for", show(error)')}`]),
      ];
    },
  },
  { name: 'uncancel', weight: 0.5, write: (w) => [w.say('"uncancel", asyncio.current_task().uncancel()')] },
];
