# Cycles of every kind of object are found, and nothing that is still reachable goes.
import collections
import functools
import gc
import types
import weakref

gc.collect()
gc.disable()
alive = []


class Thing:
    def __init__(self, name):
        self.name = name
        alive.append(weakref.ref(self))


def survivors():
    count = sum(r() is not None for r in alive)
    alive.clear()
    return count


def build(kind):
    t = Thing(kind)
    if kind == 'attribute':
        t.me = t
    elif kind == 'list':
        t.list = [t]
    elif kind == 'dict':
        t.dict = {1: t}
    elif kind == 'tuple':
        t.tuple = (t,)
    elif kind == 'set':
        t.set = {t}
    elif kind == 'closure':
        t.f = lambda: t
    elif kind == 'default':
        t.f = lambda x=t: x
    elif kind == 'keyword default':
        def f(*, x=t):
            return x
        t.f = f
    elif kind == 'bound method':
        t.f = t.__init__
    elif kind == 'partial':
        t.f = functools.partial(print, t)
    elif kind == 'generator':
        def g():
            yield t
        t.g = g()
        next(t.g)
    elif kind == 'unstarted generator':
        t.g = (x for x in [t])
    elif kind == 'coroutine':
        async def c():
            await sleep(t)
        @types.coroutine
        def sleep(x):
            yield x
        t.c = c()
        t.c.send(None)
    elif kind == 'async generator':
        async def a():
            yield t
        t.a = a()
    elif kind == 'exception':
        try:
            raise ValueError(t)
        except ValueError as error:
            t.error = error
    elif kind == 'traceback':
        try:
            local = t
            1 / 0
        except ZeroDivisionError as error:
            t.tb = error.__traceback__
            del local
    elif kind == 'class':
        class Local:
            thing = t
        t.cls = Local
    elif kind == 'instance of its own class':
        class Local(Thing):
            pass
        Local.instance = Local(kind)
    elif kind == 'property':
        class Local:
            p = property(lambda self: t)
        t.p = Local()
    elif kind == 'deque':
        t.d = collections.deque([t])
    elif kind == 'iterator':
        t.i = iter([t])
    elif kind == 'enumerate':
        t.i = enumerate([t])
    elif kind == 'zip and map':
        t.i = zip([t], map(lambda x: (x, t), [t]))
    elif kind == 'chain map':
        t.m = collections.ChainMap({1: t})
    elif kind == 'default dict':
        t.m = collections.defaultdict(lambda: t)
        t.m[1]
    elif kind == 'ordered dict':
        t.m = collections.OrderedDict(x=t)
    elif kind == 'named tuple':
        t.n = collections.namedtuple('N', 'x')(t)
    elif kind == 'simple namespace':
        t.n = types.SimpleNamespace(t=t)
    elif kind == 'mapping proxy':
        t.n = types.MappingProxyType({1: t})
    elif kind == 'module':
        t.n = types.ModuleType('m')
        t.n.t = t
    elif kind == 'cell':
        t.cell = types.CellType(t)
    elif kind == 'weakref callback':
        t.r = weakref.ref(Thing, lambda r, t=t: t)
    elif kind == 'lru cache':
        @functools.lru_cache
        def f(x):
            return t
        f(1)
        t.f = f
    elif kind == 'slice':
        t.s = slice(t)
    elif kind == 'memory of a frame':
        import sys
        t.frame = sys._getframe()
    elif kind == 'dict view':
        d = {1: t}
        t.view = d.values()
        t.it = iter(d.items())
    elif kind == 'super':
        t.super = super(Thing, t)
    elif kind == 'classmethod':
        class Local:
            @classmethod
            def f(cls):
                return t
        t.f = Local.f
    elif kind == 'kept':
        t.me = t
        return t
    elif kind == 'no cycle':
        pass


for kind in ('no cycle', 'attribute', 'list', 'dict', 'tuple', 'set', 'closure', 'default', 'keyword default', 'bound method', 'partial', 'generator',
             'unstarted generator', 'coroutine', 'async generator', 'exception', 'traceback', 'class', 'instance of its own class',
             'property', 'deque', 'iterator', 'enumerate', 'zip and map', 'chain map', 'default dict', 'ordered dict',
             'named tuple', 'simple namespace', 'mapping proxy', 'module', 'cell', 'weakref callback', 'lru cache', 'slice',
             'memory of a frame', 'dict view', 'super', 'classmethod', 'kept'):
    kept = build(kind)
    before = [r() is not None for r in alive]
    gc.collect()
    print(kind, before, survivors())
