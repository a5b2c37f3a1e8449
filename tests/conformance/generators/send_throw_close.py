# Generators: next, send, throw, close, return values, states.
import inspect


def echo():
    received = yield "ready"
    while True:
        try:
            received = yield f"got {received!r}"
        except ValueError as error:
            received = f"error {error}"


g = echo()
print(inspect.getgeneratorstate(g), next(g), g.send(1), g.send("two"), next(g), g.throw(ValueError("bad")), inspect.getgeneratorstate(g))
g.close()
print(inspect.getgeneratorstate(g), next(g, "closed"))


def returns():
    yield 1
    return "value"


g = returns()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, repr(stop))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)


def cleans():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")


g = cleans()
next(g)
g.close()
g.close()
g = cleans()
next(g)
del g
g = cleans()
g.close()
print("never started: nothing runs")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def close_value():
    try:
        yield
    except GeneratorExit:
        return "close returns this (3.13)"


g = close_value()
next(g)
print(g.close())
for work in (lambda: echo().send(1), lambda: returns().throw(KeyError("k")), lambda: returns().throw(5)):
    try:
        work()
    except Exception as error:
        print(type(error).__name__, error)


def leaks():
    raise StopIteration("inside")
    yield


try:
    next(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def itself():
    yield next(me)


me = itself()
try:
    next(me)
except ValueError as error:
    print(error)
print(type(me).__name__, returns().__name__, returns.__name__, iter(me) is me)
