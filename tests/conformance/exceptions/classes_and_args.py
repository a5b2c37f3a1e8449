# Exception classes: args, str, repr, hierarchy, own classes, notes.
for e in (Exception(), Exception("one"), Exception("one", 2), ValueError(5), KeyError("key"), KeyError("a", "b"), KeyError(1), OSError("plain"), OSError(2, "No such file"), StopIteration(3), SystemExit(4), AssertionError(), UnicodeError("u"), ImportError("i")):
    print(repr(e), "|", str(e), "|", e.args)
print(OSError(2, "x").errno, OSError(2, "x").strerror, OSError(2, "x", "f.txt").filename, type(OSError(2, "x")).__name__, StopIteration(3).value, SystemExit(4).code)
for kind in (ZeroDivisionError, IndexError, KeyError, FileNotFoundError, RecursionError, NotImplementedError, ModuleNotFoundError, UnicodeDecodeError, ConnectionResetError, StopAsyncIteration, KeyboardInterrupt, TimeoutError, UnboundLocalError, IndentationError, DeprecationWarning, BrokenPipeError, GeneratorExit):
    print(" < ".join(c.__name__ for c in kind.__mro__[:-1]))


class AppError(Exception):
    """Base."""


class HttpError(AppError):
    def __init__(self, status, reason="?"):
        super().__init__(f"{status} {reason}")
        self.status = status

    def __str__(self):
        return "HTTP " + super().__str__()


try:
    raise HttpError(404, "Not Found")
except AppError as error:
    print(error, repr(error), error.status, error.args)


class OnlyArgs(Exception):
    def __init__(self, a, b):
        self.a, self.b = a, b


print(repr(OnlyArgs(1, 2)), str(OnlyArgs(1, 2)), OnlyArgs(1, 2).args)
e = ValueError("noted")
e.add_note("first note")
e.add_note("second")
print(e.__notes__, e)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
e.args = ("changed", 1)
print(repr(e), str(e))
e.extra = 5
print(e.extra, e == ValueError("changed", 1), isinstance(e, Exception), issubclass(HttpError, (KeyError, AppError)))
try:
    assert 1 == 2, f"message {1 + 1}"
except AssertionError as error:
    print(repr(error))
try:
    assert []
except AssertionError as error:
    print(repr(error))
print(e.with_traceback(None) is e, e.__traceback__)
