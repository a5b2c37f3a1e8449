# What is thrown into a generator that is handling an exception has that one as its context.
def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__context__
    return names


def handles():
    try:
        raise KeyError("a")
    except KeyError:
        yield


g = handles()
g.send(None)
try:
    g.throw(ValueError("thrown"))
except ValueError as error:
    print(chain(error))


def inside():
    try:
        raise KeyError("a")
    except KeyError:
        try:
            yield
        except Exception as error:
            print(chain(error))
            yield "b"


g = inside()
g.send(None)
print(g.throw(ValueError))


def in_finally():
    try:
        1 / 0
    finally:
        yield


g = in_finally()
next(g)
try:
    g.throw(LookupError)
except LookupError as error:
    print(chain(error))


def nothing_handled():
    yield


g = nothing_handled()
next(g)
try:
    try:
        raise OSError
    except OSError:
        g.throw(ValueError)
except ValueError as error:
    print(chain(error))
