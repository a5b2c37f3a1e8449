# GeneratorExit thrown into a delegating generator closes what it delegates to;
# other exceptions are handed on as they were given.


def inner():
    try:
        while True:
            yield "inner"
    except GeneratorExit:
        print("inner closed")
        raise
    finally:
        print("inner finally")


def outer():
    try:
        yield from inner()
    except GeneratorExit as error:
        print("outer got", type(error).__name__)
        return "stopped"


g = outer()
print(next(g))
try:
    g.throw(GeneratorExit)
except StopIteration as stop:
    print("value", stop.value)

g = outer()
next(g)
print("close gives", g.close())


class Subject:
    """Not a generator: its throw() and close() are called with what the delegating generator was given."""

    def __iter__(self):
        return self

    def __next__(self):
        return "item"

    def throw(self, *args):
        print("throw", args)
        return "thrown"

    def close(self):
        print("close")


def delegate():
    yield from Subject()


g = delegate()
print(next(g))
print(g.throw(ValueError))
g.close()


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("no")


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def failing():
    try:
        yield 1
    finally:
        raise KeyError("in the way out")


def around():
    try:
        yield from failing()
    except KeyError as error:
        print("around saw", error)
        yield "still here"


g = around()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def plain():
    try:
        yield 1
    except TypeError as error:
        print("inside:", error)
    yield 2


g = plain()
next(g)
for bad in (int, 5, "text", None):
    try:
        g.throw(bad)
    except TypeError as error:
        print(error)
try:
    g.throw(ValueError("a"), "b")
except TypeError as error:
    print(error)


class NotMade(Exception):
    def __new__(cls, *args):
        return "no exception"


print(g.throw(NotMade))


def old_style():
    try:
        yield
    except KeyError as error:
        yield error.args


g = old_style()
next(g)
print(g.throw(KeyError, ("one", "two")))


async def ticker():
    yield 1


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    except BaseException as error:
        return repr(error)


t = ticker()
print(step(t.asend(None)))
print(step(t.aclose()), step(t.aclose()), step(t.athrow(ValueError("late"))))
t = ticker()
t.asend(None)
t.athrow(ValueError)
t = ticker()
print(step(t.athrow(ValueError("early"))))
