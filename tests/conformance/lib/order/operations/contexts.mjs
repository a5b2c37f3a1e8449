// SPDX-License-Identifier: MIT

/** contextvars. @type {import('../writer.mjs').Operation[]} */
export const contexts = [
  { name: 'set var', weight: 1, uses: 'contexts', write: (w) => [`var.set("${w.me} ${++w.step}")`] },
  { name: 'get var', weight: 1, uses: 'contexts', write: (w) => [w.say('"var is", var.get()')] },
  {
    name: 'reset var',
    weight: 0.5,
    uses: 'contexts',
    nests: true,
    write: (w) => [`token = var.set("for a while")`, ...w.operation(), 'try:', '    var.reset(token)', 'except ValueError:', `    ${w.say('"another context"')}`],
  },
  {
    name: 'var in callbacks',
    weight: 0.7,
    uses: 'contexts',
    write: (w) => [`loop.call_soon(lambda: ${w.say('"var in a callback", var.get()')})`, `var.set("${w.me} ${++w.step}")`],
  },
  {
    name: 'task in a context',
    weight: 0.7,
    uses: 'contexts',
    calls: true,
    write: (w) => {
      const name = w.child();
      return ['context = contextvars.copy_context()', `await spawn(${name}(), "${name}", context=context)`, w.say('"var there", context.get(var, "none"), "here", var.get()')];
    },
  },
];
