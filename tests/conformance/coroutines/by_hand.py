"""Coroutines driven without a loop: send, throw, close, and what their attributes show."""
import inspect
import types


@types.coroutine
def park(value):
    received = yield value
    return received


async def worker(name):
    print(name, "starts")
    first = await park(f"{name} 1")
    print(name, "got", first)
    try:
        second = await park(f"{name} 2")
    except ValueError as error:
        second = f"caught {error}"
    print(name, "got", second)
    return name.upper()


c = worker("a")
print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await, c.cr_frame.f_lineno)
print(c.send(None), inspect.getcoroutinestate(c), type(c.cr_await).__name__)
print(c.send("one"))
try:
    c.throw(ValueError("thrown in"))
except StopIteration as stop:
    print("returned", stop.value)
print(inspect.getcoroutinestate(c), c.cr_frame, c.cr_await)
try:
    c.send(None)
except RuntimeError as error:
    print(error)

c = worker("b")
for action in (lambda: c.send("too early"), lambda: next(c), lambda: iter(c), lambda: c(), lambda: len(c)):
    try:
        action()
    except TypeError as error:
        print(error)
c.close()
print(inspect.getcoroutinestate(c))
try:
    c.send(None)
except RuntimeError as error:
    print(error)


async def stubborn():
    try:
        await park(1)
    except GeneratorExit:
        await park(2)


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as error:
    print(error)


async def cleans_up():
    try:
        await park(1)
    finally:
        print("cleaned")


c = cleans_up()
c.send(None)
c.close()
c.close()


async def outer():
    return [await inner(n) for n in range(3)]


async def inner(n):
    return await park(n) * 10


c = outer()
value = c.send(None)
try:
    while True:
        print("parked with", value)
        value = c.send(value + 1)
except StopIteration as stop:
    print(stop.value)


async def awaits_twice():
    coroutine = inner(1)
    await coroutine
    await coroutine


c = awaits_twice()
c.send(None)
try:
    c.send(1)
except RuntimeError as error:
    print(error)


async def raises_stop():
    raise StopIteration("inside")


try:
    raises_stop().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))
