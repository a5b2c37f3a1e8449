// SPDX-License-Identifier: MIT
import { indented } from '../writer.mjs';

const error = (w) => `${w.random.pick(['ValueError', 'KeyError', 'RuntimeError', 'OSError'])}("${w.me} ${++w.step}")`;

/** Notes on exceptions, groups taken apart, and the tracebacks of what was caught. @type {import('../writer.mjs').Operation[]} */
export const notes = [
  {
    name: 'add a note',
    weight: 0.8,
    nests: true,
    write: (w) => ['try:', ...w.body(2), 'except Exception as error:', ...indented([`error.add_note("seen by ${w.me}")`, w.say('"notes", error.__notes__'), ...w.random.pick([['raise'], []])])],
  },
  {
    name: 'print traceback',
    weight: 1,
    nests: true,
    uses: 'traceback',
    write: (w) => ['try:', ...w.body(2), 'except Exception:', ...indented([w.say('"caught this:"'), 'traceback.print_exc(file=sys.stdout)'])],
  },
  {
    name: 'noted group',
    weight: 0.5,
    uses: 'traceback',
    write: (w) => {
      const name = w.fresh('group');
      return [
        `${name} = ExceptionGroup("${name}", [${error(w)}, ExceptionGroup("inner", [${error(w)}, ${error(w)}])])`,
        `${name}.add_note("a note")`,
        `${name}.exceptions[0].add_note("one inside")`,
        'try:',
        `    raise ${name}`,
        'except* OSError as errors:',
        `    ${w.say('"system", show(errors), errors.__notes__')}`,
        'except* Exception as errors:',
        `    ${w.say('"the rest", show(errors), errors.__notes__')}`,
        '    traceback.print_exception(errors, file=sys.stdout)',
        `del ${name}`,
      ];
    },
  },
  {
    name: 'split a group',
    weight: 0.4,
    write: (w) => [
      'try:',
      `    raise ExceptionGroup("all", [${error(w)}, ${error(w)}, ExceptionGroup("more", [${error(w)}])])`,
      'except ExceptionGroup as error:',
      ...indented([
        `these, others = error.split(${w.random.pick(['ValueError', '(KeyError, OSError)', 'lambda e: isinstance(e, RuntimeError)'])})`,
        w.say('"split", these and show(these), others and show(others)'),
        'del these, others',
      ]),
    ],
  },
  {
    name: 'except* that raises',
    weight: 0.5,
    uses: 'traceback',
    write: (w) => [
      'try:',
      '    try:',
      `        raise ExceptionGroup("two", [ValueError("${w.me} ${++w.step}"), KeyError("${w.me} ${++w.step}")])`,
      '    except* ValueError:',
      `        raise ${error(w)}${w.random.pick(['', ' from None'])}`,
      '    except* KeyError:',
      `        ${w.random.pick(['raise', 'pass', `raise ${error(w)}`])}`,
      'except ExceptionGroup as error:',
      ...indented([w.say('show(error)'), 'traceback.print_exc(file=sys.stdout)']),
    ],
  },
];
