# The modes of open(), and where reading and writing stand.
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "notes.txt")


def shown(text):
    return str(text).replace(folder, "FOLDER")


def attempt(label, action):
    try:
        print(label, "->", repr(action()))
    except Exception as error:
        print(label, "->", type(error).__name__, shown(error))


with open(path, "w") as f:
    print(f.mode, f.encoding.lower(), f.closed, f.readable(), f.writable(), f.seekable(), f.newlines)
    print(f.write("alpha\n"), f.write("βeta\n"), f.tell())
    attempt("read while writing", f.read)
print(f.closed)
attempt("closed", lambda: f.write("more"))
attempt("closed iteration", lambda: next(f))
attempt("closed with", lambda: f.__enter__())

with open(path, "a") as f:
    print(f.tell(), f.write("gamma\n"), f.tell())

with open(path, "r+") as f:
    print(repr(f.readline()), f.tell(), repr(f.readline()), f.tell(), repr(f.read(3)), f.tell())
    f.seek(0)
    f.write("ALPHA")
    f.seek(0)
    print(f.readlines(), repr(f.read()))
    f.seek(0, 2)
    print(f.tell(), f.truncate(6), f.seek(0), repr(f.read()))
    attempt("relative", lambda: f.seek(3, 1))
    attempt("negative", lambda: f.seek(-1))
    attempt("whence", lambda: f.seek(0, 9))

with open(path) as f:
    for line in f:
        attempt("tell inside a loop", f.tell)

attempt("x on an old file", lambda: open(path, "x"))
attempt("missing", lambda: open(os.path.join(folder, "missing")))
attempt("a folder", lambda: open(folder))
attempt("bad mode", lambda: open(path, "rz"))
attempt("two modes", lambda: open(path, "rw"))
attempt("text and binary", lambda: open(path, "rtb"))
attempt("no mode", lambda: open(path, "+"))
attempt("unbuffered text", lambda: open(path, "r", 0))
attempt("binary encoding", lambda: open(path, "rb", encoding="utf-8"))
attempt("binary errors", lambda: open(path, "rb", errors="strict"))
attempt("binary newline", lambda: open(path, "rb", newline=""))
attempt("newline", lambda: open(path, newline="x"))
attempt("encoding", lambda: open(path, encoding="no-such-thing"))
attempt("no path", lambda: open(None))
attempt("number", lambda: open(-1))
attempt("closed number", lambda: open(997))
attempt("null", lambda: open("a\0b"))

with open(path, "rb") as f:
    print(type(f).__name__, type(f.raw).__name__, f.mode, f.raw.mode, f.peek(3)[:3], f.read1(4))
    attempt("write to a reader", lambda: f.write(b"x"))
with open(path, "wb") as f:
    attempt("text to bytes", lambda: f.write("x"))
    attempt("read a writer", f.read)
with open(path, "w+b") as f:
    print(type(f).__name__, f.write(b"0123456789"), f.seek(3), f.read(2), f.write(b"__"), f.seek(0), f.read())
with open(path, "rb", buffering=0) as f:
    block = bytearray(4)
    print(type(f).__name__, f.readinto(block), block, f.readall(), f.read())
os.remove(path)
os.rmdir(folder)
