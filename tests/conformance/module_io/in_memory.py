import contextlib
import io
import sys

data = io.BytesIO(b"one\ntwo\nthree")
print(data.read(2), data.tell(), data.readline(), data.readlines(), data.getvalue())
data.seek(0, io.SEEK_END)
print(data.write(b"!"), data.getbuffer().nbytes)

text = io.StringIO("하나\ntwo\n")
for line in text:
    print(repr(line))
text.seek(0)
print(repr(text.read(1)), text.tell())
print("more", 1, 2, sep="-", end=";", file=text)
print(repr(text.getvalue()))

with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as errors:
    print("hidden")
    print("wrong", file=sys.stderr)
print(out.getvalue().strip(), errors.getvalue().strip())

wrapped = io.TextIOWrapper(io.BytesIO("a\r\nb\n".encode("utf-16")), encoding="utf-16")
print(wrapped.readlines(), wrapped.encoding, wrapped.newlines)
print(io.BufferedReader(io.BytesIO(b"peek at me")).peek()[:4])
with open(__file__) as source:
    print(source.readline().strip(), source.closed, source.mode)
print(source.closed)

closed = io.StringIO()
closed.close()
for wrong in (closed.read, io.StringIO().fileno, lambda: open("no such file"), lambda: open(__file__, "z"),
              lambda: io.BytesIO().write("text"), lambda: io.StringIO().write(b"bytes"), lambda: open(__file__).write("x")):
    try:
        wrong()
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
