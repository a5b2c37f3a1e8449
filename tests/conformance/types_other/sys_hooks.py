# What the interpreter does through sys can be replaced: displayhook, unraisablehook, excepthook.
import io
import sys

exec(compile("6 * 7\nNone\n" if False else "6 * 7", "<input>", "single"))
exec(compile("x = 'text'; x; None; x + '!'", "<input>", "single"))
print("last:", _)
exec(compile("for i in range(3): i", "<input>", "single"))


def show(value):
    print("shown:", value)


sys.displayhook = show
exec(compile("1, 2", "<input>", "single"))
sys.displayhook = sys.__displayhook__


def unraisable(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__name__)
    print(type(args).__name__, len(args), args.exc_traceback is not None)


sys.unraisablehook = unraisable


class Late:
    def __del__(self):
        raise ValueError("too late")


late = Late()
del late
sys.unraisablehook = sys.__unraisablehook__

sys.stderr = text = io.StringIO()
late = Late()
del late
sys.stderr = sys.__stderr__
lines = text.getvalue().splitlines()
print(lines[0].partition(" at ")[0], "|", lines[-1])


def ended(kind, value, traceback):
    print("the end:", kind.__name__, value, traceback.tb_lineno)


sys.excepthook = ended
raise LookupError("nothing here")
