"""await, async for and async with over objects whose methods return the wrong thing."""
import asyncio


def with_method(name, method):
    return type("Odd", (), {name: method})()


async def awaits(value):
    return await value


async def iterates(value):
    return [item async for item in value]


def attempt(label, coroutine):
    try:
        print(label, asyncio.run(coroutine))
    except Exception as error:
        print(label, type(error).__name__, error)


for value in (5, None, "text", [1], lambda: 1, iter([])):
    attempt("await", awaits(value))
attempt("__await__ int", awaits(with_method("__await__", lambda self: 5)))
attempt("__await__ list", awaits(with_method("__await__", lambda self: [1])))
attempt("__await__ iterator", awaits(with_method("__await__", lambda self: iter([]))))
attempt("__await__ yields", awaits(with_method("__await__", lambda self: iter([5]))))
for value in (5, [1, 2], "text"):
    attempt("async for", iterates(value))
attempt("__aiter__ int", iterates(with_method("__aiter__", lambda self: 5)))


class NextIsPlain:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class StopsAtOnce:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


class StopsWrongly:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopIteration


attempt("__anext__ int", iterates(NextIsPlain()))
attempt("empty", iterates(StopsAtOnce()))
attempt("StopIteration", iterates(StopsWrongly()))
try:
    for item in StopsAtOnce():
        pass
except TypeError as error:
    print(error)
try:
    list(awaits(1))
except TypeError as error:
    print(error)
