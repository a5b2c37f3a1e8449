# inspect: states of coroutines, generators and async generators; predicates.
import inspect


class Pause:
    def __await__(self):
        yield


async def coro():
    await Pause()


def gen():
    yield 1


async def agen():
    yield 1


def plain():
    pass


c = coro()
print(inspect.getcoroutinestate(c), inspect.CORO_CREATED, inspect.CORO_RUNNING, inspect.CORO_SUSPENDED, inspect.CORO_CLOSED)
c.send(None)
print(inspect.getcoroutinestate(c), c.cr_frame is not None, c.cr_running, c.cr_await is not None)
c.close()
print(inspect.getcoroutinestate(c), c.cr_frame)
g = gen()
print(inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
list(g)
print(inspect.getgeneratorstate(g), g.gi_frame)
a = agen()
print(inspect.getasyncgenstate(a))
try:
    a.asend(None).send(None)
except StopIteration as stop:
    print(stop.value, inspect.getasyncgenstate(a))
try:
    a.aclose().send(None)
except StopIteration:
    print(inspect.getasyncgenstate(a))


async def looks():
    return inspect.getcoroutinestate(me)


me = looks()
try:
    me.send(None)
except StopIteration as stop:
    print(stop.value)
for f in (coro, gen, agen, plain, lambda: 0, print, int, Pause):
    print(getattr(f, "__name__", "?"), inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(f), inspect.isasyncgenfunction(f), inspect.isfunction(f), inspect.isbuiltin(f), inspect.isclass(f), callable(f))
c2, g2, a2 = coro(), gen(), agen()
for x in (c2, g2, a2, Pause(), 5):
    print(type(x).__name__, inspect.iscoroutine(x), inspect.isgenerator(x), inspect.isasyncgen(x), inspect.isawaitable(x))
c2.close()
print(inspect.ismethod(Pause().__await__), inspect.isfunction(Pause.__await__), inspect.ismodule(inspect))
