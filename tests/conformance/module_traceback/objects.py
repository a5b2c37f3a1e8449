"""TracebackException and StackSummary: the text of an exception, kept without it."""
import traceback


class AppError(Exception):
    pass


def fail(kind):
    local = [1, 2]
    raise kind("it failed")


def chained():
    try:
        fail(KeyError)
    except KeyError as error:
        raise AppError("while cleaning up") from error


try:
    chained()
except AppError as error:
    te = traceback.TracebackException.from_exception(error)
print(str(te), te.exc_type_str, type(te.stack).__name__, [frame.name for frame in te.stack])
print(te.__cause__.exc_type_str, te.__context__ is not None, te.__suppress_context__, te.__notes__)
print("".join(te.format()), end="")
print("".join(te.format(chain=False)), end="")
print(list(te.format_exception_only()))
te.print(chain=False) if False else None
try:
    fail(ValueError)
except ValueError as error:
    withlocals = traceback.TracebackException.from_exception(error, capture_locals=True, limit=2)
print(withlocals.stack[1].locals)
print("".join(withlocals.format()).replace("<class 'ValueError'>", "VE")[-120:])
summary = traceback.StackSummary.from_list([("a.py", 1, "f", "x = 1"), traceback.FrameSummary("b.py", 2, "g", line="y = 2")])
print(summary.format(), summary[0] == ("a.py", 1, "f", "x = 1"), repr(summary[1]), len(summary[0]), tuple(summary[1]))
try:
    raise ExceptionGroup("several", [ValueError("a"), ExceptionGroup("inner", [TypeError("b")])])
except ExceptionGroup as error:
    group = traceback.TracebackException.from_exception(error)
print("".join(group.format()), end="")
print([sub.exc_type_str for sub in group.exceptions], list(group.format_exception_only()))
print("".join(group.format_exception_only(show_group=True)), end="")
try:
    compile("x = (1,\n", "broken.py", "exec")
except SyntaxError as error:
    broken = traceback.TracebackException.from_exception(error)
print(broken.filename, broken.lineno, broken.msg, broken.text, broken.offset)
print("".join(broken.format_exception_only()), end="")
print(traceback.TracebackException.from_exception(error1) == te if (error1 := None) else te == te)
