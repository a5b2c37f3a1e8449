# suppress, redirect_stdout, redirect_stderr, closing, chdir-free helpers.
import io
import sys
from contextlib import closing, redirect_stderr, redirect_stdout, suppress

with suppress(ZeroDivisionError):
    print("before")
    1 / 0
    print("never")
with suppress(KeyError, IndexError):
    [][0]
with suppress():
    print("nothing to suppress")
try:
    with suppress(KeyError):
        int("x")
except ValueError as error:
    print("passes:", error)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* TypeError as group:
    print("left:", group.exceptions)

out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    print("to out")
    print("to err", file=sys.stderr)
    help_text = out.getvalue()
print(repr(out.getvalue()), repr(err.getvalue()), repr(help_text))
manager = redirect_stdout(out)
with manager as target:
    with manager:
        print("twice")
    print("once")
print(target is out, out.getvalue().splitlines())


class Door:
    def close(self):
        print("closed")


with closing(Door()) as door:
    print(type(door).__name__)
