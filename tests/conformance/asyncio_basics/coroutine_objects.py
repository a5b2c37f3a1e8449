# Coroutine objects without a loop: send, throw, close, states, attributes.
import inspect


class Pause:
    def __init__(self, out):
        self.out = out

    def __await__(self):
        received = yield self.out
        return received


async def work(start):
    print("started with", start)
    first = await Pause("one")
    print("received", first)
    try:
        second = await Pause("two")
        print("received", second)
    except ValueError as error:
        print("caught", error)
        second = "recovered"
    finally:
        print("finally")
    return start, first, second


c = work(1)
print(type(c).__name__, c.__name__, c.__qualname__, inspect.getcoroutinestate(c), c.cr_running)
print(c.send(None), inspect.getcoroutinestate(c))
print(c.send("A"))
try:
    c.send("B")
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(c))
try:
    c.send(None)
except RuntimeError as error:
    print(error)

c = work(2)
c.send(None)
c.send("x")
try:
    c.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value)

c = work(3)
try:
    c.send("not none")
except TypeError as error:
    print(error)
c.close()
print(inspect.getcoroutinestate(c))
c = work(4)
c.send(None)
c.send(0)
c.close()
c.close()
c = work(5)
try:
    c.throw(KeyError("before start"))
except KeyError as error:
    print(repr(error), inspect.getcoroutinestate(c))
c = work(6)
for use in (lambda: iter(c), lambda: next(c), lambda: list(c)):
    try:
        use()
    except TypeError as error:
        print(error)
print(c.__await__().__class__.__name__)
c.close()


async def stubborn():
    try:
        await Pause(1)
    except GeneratorExit:
        await Pause(2)


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)
