# When __del__ runs, in which order, and what it may do.
import gc
import sys
import weakref

gc.disable()
log = []


class Noisy:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = list(parts)

    def __del__(self):
        print('del', self.name)


def flush(title):
    print('--', title)


flush('rebinding and deleting')
x = Noisy('a')
x = Noisy('b')
del x

flush('a tree goes from the root down')
root = Noisy('root', Noisy('left', Noisy('left left')), Noisy('right'))
del root

flush('locals go when the function returns, in order')


def function():
    first = Noisy('first')
    second = Noisy('second')
    print('returning')


function()

flush('an exception keeps the frame until it is handled')


def failing():
    held = Noisy('held')
    raise ValueError


try:
    failing()
except ValueError as error:
    print('handling', error.__traceback__.tb_next.tb_frame.f_locals['held'].name)
print('handled')

flush('containers')
things = [Noisy('0'), Noisy('1'), Noisy('2')]
things.pop()
things[0] = None
things.clear()
table = {'k': Noisy('value'), Noisy('key'): 1}
table['k'] = 0
table.clear()
things = (Noisy('t0'), Noisy('t1'))
del things

flush('resurrection: __del__ runs once')
saved = []


class Phoenix:
    def __del__(self):
        print('del phoenix')
        saved.append(self)


Phoenix()
print(len(saved))
r = weakref.ref(saved[0])
print(r() is saved[0])
saved.clear()
print(r())

flush('cycles')


class Link:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


a, b = Link('a'), Link('b')
a.other, b.other = b, a
del a, b
print(log)
collected = gc.collect()
print(sorted(log), collected > 0)
log.clear()


class Reviver:
    def __del__(self):
        print('revive')
        globals()['revived'] = self


v = Reviver()
v.me = v
del v
gc.collect()
print(revived.me is revived)
revived.me = None
del revived
print(gc.collect())

flush('an exception in __del__ is told and dropped')


class Bad:
    def __del__(self):
        raise RuntimeError('in del')


hook = sys.unraisablehook
sys.unraisablehook = lambda args: print('unraisable', type(args.exc_value).__name__, args.exc_value, args.object.__qualname__)
Bad()
sys.unraisablehook = hook

flush('__del__ while an exception is on its way')


class Tries:
    def __del__(self):
        try:
            1 / 0
        except ZeroDivisionError:
            print('del handled its own', sys.exception())
        print('del ends with', sys.exception())


def through():
    t = Tries()
    raise KeyError('mine')


try:
    through()
except KeyError as error:
    print(repr(error), repr(error.__context__))
    del error
print('after')

flush('__del__ of a class set later, and of an instance, which does not count')


class Plain:
    pass


p = Plain()
p.__del__ = lambda: print('never')
del p
Plain.__del__ = lambda self: print('now')
Plain()

flush('at exit')
left = Noisy('left over')
left.me = left
