# sys.stdout and its like: what they are, replacing them, print() to other things.
import contextlib
import io
import sys

for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(stream.name, stream.mode, stream.encoding, stream.closed, stream.fileno())
    print(" ", stream.readable(), stream.writable(), stream.isatty(), type(stream).__name__)
print(isinstance(sys.stdout, io.TextIOBase), hasattr(sys.stdout.buffer, "write"), sys.stdout is sys.__stdout__)
print(sys.stdout.write("counted\n"), sys.stdout.flush())
sys.stdout.writelines(["several ", "pieces\n"])


class Recorder:
    def __init__(self):
        self.calls = []

    def write(self, text):
        self.calls.append(text)

    def flush(self):
        self.calls.append("<flush>")


recorder = Recorder()
print("a", 1, None, sep="-", end="!\n", file=recorder, flush=True)
print(file=recorder)
print(recorder.calls)

with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
    print("into the buffer")
    print("as an error", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))


class Noisy:
    def __str__(self):
        print("[inside]")
        return "noisy"


class Broken:
    def __str__(self):
        raise ValueError("cannot be shown")


print("before", Noisy(), "after")
try:
    print("half", "of a", Broken())
except ValueError as error:
    print("|", error)
for bad in ({"sep": 1}, {"end": 2}, {"file": 3}, {"nothing": 4}):
    try:
        print("x", **bad)
    except Exception as error:
        print(type(error).__name__, error)
sys.stdout = None
print("nobody sees this")
sys.stdout = sys.__stdout__
sys.stdout.reconfigure(errors="strict")
try:
    print("\ud800")
except UnicodeEncodeError as error:
    print(error)
sys.stdout.reconfigure(errors="backslashreplace")
print("\ud800", sys.stdout.errors)
sys.stdin = io.StringIO("first\nsecond\nlast")
print(input(), input("prompt: "), input())
try:
    input()
except EOFError as error:
    print("EOFError:", error)
for action in (lambda: sys.stdout.read(), lambda: sys.__stdin__.write("x"), lambda: sys.stdout.seek(0)):
    try:
        action()
    except Exception as error:
        print(type(error).__mro__[:3], error)
