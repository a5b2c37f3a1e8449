# __cause__, __context__, __suppress_context__, notes and what a traceback prints of them.
import traceback


def show(error):
    print("".join(traceback.format_exception(error)).rstrip())
    print("-" * 20)


def low():
    raise KeyError("key")


def implicit():
    try:
        low()
    except KeyError:
        raise ValueError("while handling")


def explicit():
    try:
        low()
    except KeyError as error:
        raise ValueError("because of") from error


def hidden():
    try:
        low()
    except KeyError:
        raise ValueError("alone") from None


def in_finally():
    try:
        low()
    finally:
        {}["other"]


def noted():
    error = RuntimeError("with notes")
    error.add_note("first note")
    error.add_note("second\nover two lines")
    raise error


for function in (implicit, explicit, hidden, in_finally, noted):
    try:
        function()
    except Exception as error:
        show(error)
        cause, context = error.__cause__, error.__context__
        print(type(cause).__name__, type(context).__name__, error.__suppress_context__)

try:
    try:
        raise OSError(2, "No such file", "name.txt")
    except OSError as error:
        error.args += ("extra",)
        raise
except OSError as error:
    print(error, error.errno, error.strerror, error.filename, error.args)

a, b = ValueError("a"), ValueError("b")
try:
    raise a from b
except ValueError:
    pass
b.__cause__ = a
show(a)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    ValueError("x").add_note(3)
except TypeError as error:
    print(error)
error = ValueError()
error.__notes__ = "not a list"
show(error)


class Odd(Exception):
    def __str__(self):
        raise RuntimeError("no text")


show(Odd())
print(repr(ValueError()), repr(ValueError(1)), repr(ValueError(1, "b")), str(KeyError("k")), str(ValueError(1, 2)))
