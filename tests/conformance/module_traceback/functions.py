"""The functions of traceback: whole, in parts, of stacks, limited, chained or not."""
import io
import sys
import traceback


def inner(n):
    values = {"n": n}
    return values["missing"] if n else 1 / n


def outer(n):
    try:
        return inner(n)
    except KeyError as error:
        raise RuntimeError("outer failed") from error


def stack():
    return traceback.extract_stack()


try:
    outer(1)
except RuntimeError as error:
    e = error
    print(traceback.format_exc(), end="")
    traceback.print_exc(file=sys.stdout, chain=False)
print("".join(traceback.format_exception(e)) == "".join(traceback.format_exception(type(e), e, e.__traceback__)))
print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e), traceback.format_exception_only(None))
print(traceback.format_exception_only(SyntaxError("bad", ("f.py", 3, 5, "x = = 1\n", 3, 6))))
for text in traceback.format_tb(e.__traceback__):
    print(text, end="")
print(len(traceback.format_tb(e.__traceback__, limit=1)), len(traceback.format_tb(e.__cause__.__traceback__, limit=-1)))
for frame in traceback.extract_tb(e.__cause__.__traceback__):
    print(frame.name, frame.lineno, frame.line, frame.filename[-12:])
    name, line = frame[2], frame[3]
print([(f.f_code.co_name, n) for f, n in traceback.walk_tb(e.__traceback__)])
summary = stack()
print(summary[-1].name, summary[-1].line, type(summary).__name__, len(summary))
print("".join(traceback.format_list([("file.py", 7, "function", "the line"), ("other.py", 1, "<module>", None)])), end="")
out = io.StringIO()
traceback.print_exception(e, file=out, limit=1)
print(out.getvalue(), end="")
out = io.StringIO()
traceback.print_stack(file=out, limit=1)
print(out.getvalue(), end="")
try:
    inner(0)
except ZeroDivisionError:
    print(traceback.format_exc(limit=1).splitlines()[-1], traceback.format_exc(0))
print(repr(traceback.format_exc()))
error = ValueError("with notes")
error.add_note("first note")
error.add_note("second\nnote")
traceback.print_exception(error, file=sys.stdout)
