"""Generators that run into themselves, ignore close() or fail in it."""


def attempt(label, action):
    try:
        print(label, action())
    except BaseException as error:
        print(label, type(error).__name__, error, "| cause:", repr(error.__cause__))


def delegates_to_itself():
    yield from running


running = delegates_to_itself()
attempt("yield from itself", lambda: next(running))


def asks_itself():
    next(asking)
    yield


asking = asks_itself()
attempt("next of itself", lambda: next(asking))


def plain():
    received = yield 1
    print("received", received)
    yield 2


g = plain()
attempt("send at once", lambda: g.send(5))
attempt("send None", lambda: g.send(None))
attempt("throw", lambda: g.throw(ValueError("thrown")))
attempt("after that", lambda: next(g, "finished"))
attempt("throw at finished", lambda: g.throw(KeyError("late")))
attempt("throw no exception", lambda: plain().throw(5))
attempt("throw text", lambda: plain().throw("text"))
attempt("throw a class", lambda: plain().throw(OSError))


def ignores_close():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def fails_in_close():
    try:
        yield 1
    finally:
        raise KeyError("in close")


def returns_in_close():
    try:
        yield 1
    except GeneratorExit:
        return "returned"


for kind in (ignores_close, fails_in_close, returns_in_close):
    g = kind()
    next(g)
    attempt(kind.__name__, g.close)
    attempt("  again", g.close)


def raises_stop():
    raise StopIteration(5)
    yield


attempt("StopIteration inside", lambda: next(raises_stop()))
g = ignores_close()
next(g)
del g
print("end")
