# Generators and coroutines that go away while they are suspended, are entered twice, or do not want to end.
import gc
import sys
import traceback

sys.unraisablehook = lambda args: print('unraisable:', args.err_msg, repr(args.exc_value), getattr(args.object, '__name__', None))


def stubborn():
    try:
        yield 1
    finally:
        print('cleaning up')
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
g = stubborn()
next(g)
del g


def tidy(name):
    try:
        yield name
    except GeneratorExit:
        print(name, 'closed')
        raise
    finally:
        print(name, 'finally')


g = tidy('a')
next(g)
del g
unstarted = tidy('never started')
del unstarted
g = tidy('closed by hand')
next(g)
print(g.close(), g.close())
g = tidy('in a cycle')
next(g)
keeper = [g]
keeper.append(keeper)
del g, keeper
gc.collect()


def outer():
    try:
        yield from tidy('inner')
    finally:
        print('outer finally')


g = outer()
next(g)
del g


def returns():
    try:
        yield
    except GeneratorExit:
        return 'value'


g = returns()
next(g)
print(g.close())


def fails():
    try:
        yield
    finally:
        raise ValueError('in finally')


g = fails()
next(g)
del g
g = fails()
next(g)
try:
    g.close()
except ValueError as error:
    print('close raised', error)


def reenters():
    try:
        next(me)
    except ValueError as error:
        yield str(error)
    try:
        me.send(1)
    except ValueError as error:
        yield str(error)
    try:
        me.throw(KeyError)
    except ValueError as error:
        yield str(error)
    try:
        me.close()
    except ValueError as error:
        yield str(error)
    yield from me


me = reenters()
for text in me.__next__, me.__next__, me.__next__, me.__next__, me.__next__:
    try:
        print(text())
    except ValueError:
        traceback.print_exc()


class Awaits:
    def __await__(self):
        yield 'suspended'


async def stubborn_coroutine():
    try:
        await Awaits()
    finally:
        await Awaits()


c = stubborn_coroutine()
print(c.send(None))
try:
    c.close()
except RuntimeError as error:
    print(error)
c = stubborn_coroutine()
c.send(None)
del c


async def reused():
    return 1


c = reused()
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
for action in (lambda: c.send(None), lambda: c.throw(ValueError('thrown')), lambda: c.close()):
    try:
        print(action())
    except RuntimeError as error:
        print(error)


async def awaiting_itself():
    try:
        await own
    except RuntimeError as error:
        print(error)
    try:
        own.send(None)
    except ValueError as error:
        print(error)


own = awaiting_itself()
try:
    own.send(None)
except StopIteration:
    pass


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print('async generator finally')


a = agen()
try:
    a.asend(None).send(None)
except StopIteration as stop:
    print('first', stop.value)
n1 = a.__anext__()
del n1
print(a.ag_running, a.ag_frame is not None)
try:
    a.aclose().send(None)
except StopIteration:
    print('aclosed')
print(a.ag_frame)

g = (x for x in [1, 2])
print(g.gi_running, g.gi_suspended, g.gi_frame.f_lineno > 0, g.gi_yieldfrom)
next(g)
print(g.gi_suspended)
list(g)
print(g.gi_frame, g.gi_suspended)
frame = tidy('frame').gi_frame
print(frame.f_code.co_name)
try:
    frame.clear()
    print('cleared')
except RuntimeError as error:
    print(error)
