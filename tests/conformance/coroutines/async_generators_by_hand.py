"""Async generators without a loop: asend, athrow, aclose and their order."""


def drive(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return "parked"


async def counter(limit):
    received = None
    try:
        for n in range(limit):
            received = yield (n, received)
    except ValueError as error:
        yield f"caught {error}"
    finally:
        print("finally")


g = counter(3)
print(drive(g.asend("too early")), drive(g.asend(None)), drive(g.asend("a")), drive(anext(g)))
print(drive(anext(g)), drive(anext(g)), drive(g.aclose()))
g = counter(3)
drive(anext(g))
print(drive(g.athrow(ValueError("thrown"))), drive(anext(g)))
g = counter(3)
drive(anext(g))
print(drive(g.aclose()), drive(anext(g)), drive(g.aclose()), drive(g.athrow(KeyError("late"))))
g = counter(2)
print(drive(g.aclose()), drive(anext(g)))
g = counter(2)
print(drive(g.athrow(KeyError("before the start"))), drive(anext(g)))
print(drive(anext(counter(0), "default")), drive(anext(counter(0))))


async def ignores_close():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores_close()
drive(anext(g))
print(drive(g.aclose()))


async def stops():
    raise StopAsyncIteration("inside")
    yield


print(drive(anext(stops())))
for wrong in (lambda: next(counter(1)), lambda: iter(counter(1)), lambda: [x for x in counter(1)], lambda: anext(5), lambda: aiter([1])):
    try:
        wrong()
    except TypeError as error:
        print(error)
g = counter(1)
step = anext(g)
print(type(step).__name__, type(g.aclose()).__name__, type(g).__name__, g.__name__, g.ag_running, g.ag_frame.f_code.co_name)
drive(step)
try:
    step.send(None)
except RuntimeError as error:
    print(error)
