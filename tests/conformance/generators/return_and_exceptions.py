"""The value of a generator's return, and exceptions that cross generator borders."""


def returns(value):
    yield 1
    return value


def delegates():
    result = yield from returns("inner result")
    print("delegate got", result)
    return result * 2


g = delegates()
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(repr(stop), stop.value, stop.args)
print(list(returns(5)), [*returns((1, 2))])
g = returns((1, 2))
next(g)
try:
    next(g)
except StopIteration as stop:
    print(repr(stop), stop.value)


def fails_inside():
    try:
        yield "first"
    except KeyError as error:
        print("inner caught", error)
        yield "recovered"
    raise ValueError("from inside")


def passes_on():
    try:
        yield from fails_inside()
    except ValueError as error:
        print("outer caught", error, [t.tb_lineno - passes_on.__code__.co_firstlineno for t in frames(error)])
        yield "outer recovered"


def frames(error):
    t = error.__traceback__
    while t:
        yield t
        t = t.tb_next


g = passes_on()
print(next(g), g.throw(KeyError("thrown")), next(g), next(g, "done"))


def over_a_list():
    yield from [1, 2]
    yield from "ab"
    yield from {"k": 1}
    yield from range(2)
    yield from (x for x in "z")


print(list(over_a_list()))
g = over_a_list()
next(g)
try:
    g.send("not for lists")
except AttributeError as error:
    print(error)
g = over_a_list()
next(g)
try:
    g.throw(RuntimeError("into a list"))
except RuntimeError as error:
    print(error)
try:
    list((lambda: (yield from 5))())
except TypeError as error:
    print(error)


def stop_in_next():
    yield next(iter([]))


try:
    list(stop_in_next())
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))


def handles():
    try:
        raise KeyError("being handled")
    except KeyError:
        yield __import__("sys").exception()
    yield __import__("sys").exception()


try:
    raise ValueError("outer")
except ValueError:
    g = handles()
    print(repr(next(g)), repr(__import__("sys").exception()), repr(next(g)))
raise_later = (1 / n for n in (1, 0))
print(next(raise_later))
print(next(raise_later))
