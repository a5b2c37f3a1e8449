# Text files: encodings, error handlers, byte order marks and line ends.
import io
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "text")


def raw():
    with open(path, "rb") as f:
        return f.read()


def attempt(label, action):
    try:
        print(label, "->", repr(action()))
    except Exception as error:
        print(label, "->", type(error).__name__, error)


for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "ascii"):
    text = "plain\n" if encoding == "ascii" else "né\n" if encoding == "latin-1" else "né 한😀\n"
    with open(path, "w", encoding=encoding) as f:
        f.write(text)
        f.write("end\n")
    with open(path, encoding=encoding) as f:
        first = f.readline()
        place = f.tell()
        rest = f.read()
        f.seek(place)
        print(encoding, raw()[:8], first == text, place, repr(rest), repr(f.read()))
    with open(path, "a", encoding=encoding) as f:
        f.write("more")
    with open(path, encoding=encoding) as f:
        print("  appended", f.read().splitlines()[-1])

with open(path, "wb") as f:
    f.write(b"ok \xff\xfe \xed\x95\x9c\n")
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    attempt(errors, lambda: open(path, encoding="utf-8", errors=errors).read())
attempt("ascii", lambda: open(path, encoding="ascii").read())
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "namereplace" and "backslashreplace"):
    attempt(errors, lambda: io.TextIOWrapper(io.BytesIO(), "ascii", errors).write("한"))

with open(path, "wb") as f:
    f.write(b"one\r\ntwo\rthree\nfour")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        lines = f.readlines()
        print(repr(newline), lines, repr(f.newlines))
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, "w", newline=newline) as f:
        print(repr(newline), f.write("a\nb\r\n"), end=" ")
    print(raw())

# A character and a line end torn apart by the end of what is read at a time.
with open(path, "w", encoding="utf-8", newline="") as f:
    f.write("x" * 8191 + "한\r\n" + "y" * 8186 + "\r\nend")
with open(path, encoding="utf-8") as f:
    print([len(line) for line in f], repr(f.newlines))
with open(path, encoding="utf-8") as f:
    f.read(8190)
    place = f.tell()
    after = f.read(3)
    f.seek(place)
    print(place, repr(after), f.read(3) == after, f.tell())
os.remove(path)
os.rmdir(folder)
