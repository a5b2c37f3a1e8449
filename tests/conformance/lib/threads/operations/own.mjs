// SPDX-License-Identifier: MIT

/** What each thread has for itself. @type {import('../writer.mjs').ThreadOperation[]} */
export const own = [
  { name: 'set local', weight: 1, write: (w) => { const t = w.thread(); w.turn(t, [`local.value = "${w.fresh('value')}"`, w.say(t, 'sorted(vars(local))')]); } },
  { name: 'get local', weight: 1, write: (w) => { const t = w.thread(); w.turn(t, [w.say(t, 'getattr(local, "value", "nothing")')]); } },
  { name: 'set var', weight: 0.7, write: (w) => { const t = w.thread(); w.turn(t, [`token = var.set("${w.fresh('value')}")`, w.say(t, 'var.get()'), ...w.random.pick([[], ['var.reset(token)']])]); } },
  { name: 'get var', weight: 0.7, write: (w) => { const t = w.thread(); w.turn(t, [w.say(t, 'var.get(), contextvars.copy_context().run(var.get)')]); } },
  { name: 'who am I', weight: 0.5, write: (w) => { const t = w.thread(); w.turn(t, [w.say(t, 'threading.current_thread().name, threading.current_thread().daemon, threading.current_thread() is threading.main_thread(), threading.get_ident() == threading.current_thread().ident')]); } },
  {
    name: 'local subclass',
    weight: 0.4,
    write: (w) => {
      const [a, b] = w.some();
      const name = w.fresh('Numbered');
      w.helpers.push(`class ${name}(threading.local):\n    count = 0\n\n    def __init__(self, start):\n        self.n = start\n\n\n${name.toLowerCase()} = ${name}(7)`);
      for (const t of [a, b, a]) w.turn(t, [`${name.toLowerCase()}.n += 1`, w.say(t, `${name.toLowerCase()}.n, ${name.toLowerCase()}.count`)]);
    },
  },
];
