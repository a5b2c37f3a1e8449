# Streams written by the program over io's classes.
import io


class Upper(io.RawIOBase):
    """Gives a text three bytes at a time and keeps what is written."""

    def __init__(self, data):
        self.data, self.at, self.kept = data, 0, []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, block):
        part = self.data[self.at : self.at + min(3, len(block))]
        block[: len(part)] = part
        self.at += len(part)
        return len(part)

    def write(self, data):
        self.kept.append(bytes(data).upper())
        return len(data)


raw = Upper(b"one\ntwo\nthree")
print(raw.read(2), raw.readline(), raw.readall(), raw.read())
reader = io.BufferedReader(Upper(b"one\ntwo\nthree"), 5)
print(reader.peek(1), reader.readline(), reader.read(4), list(reader))
print(list(io.TextIOWrapper(Upper(b"a\r\nb\n\xed\x95\x9c"), encoding="utf-8")))
raw = Upper(b"")
writer = io.BufferedWriter(raw, 4)
print(writer.write(b"ab"), raw.kept, writer.write(b"cdefgh"), raw.kept, writer.flush(), raw.kept)
text = io.TextIOWrapper(writer, encoding="utf-8", write_through=True)
print(text.write("x\n"), raw.kept, text.detach() is writer)
pair = io.BufferedRWPair(Upper(b"left"), Upper(b""))
print(pair.read(2), pair.write(b"right"), pair.readable(), pair.writable(), pair.closed)

print([issubclass(a, b) for a in (io.FileIO, io.BytesIO, io.StringIO, io.TextIOWrapper)
       for b in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)])  # fmt: skip
print(io.UnsupportedOperation.__mro__)
for thing in (io.IOBase(), io.RawIOBase(), io.BufferedIOBase(), io.TextIOBase()):
    row = []
    for method in ("read", "write", "seek", "tell", "fileno", "truncate", "detach", "isatty", "readable"):
        try:
            action = getattr(thing, method)
            row.append(action("" if method == "write" else 0) if method in ("write", "seek") else action())
        except Exception as error:
            row.append(f"{type(error).__name__}: {error}")
    print(row)


class Closing(io.StringIO):
    def close(self):
        if not self.closed:
            print("closing")
        super().close()


Closing()
with Closing() as c:
    c.write("text")
print(c.closed)
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print([decoder.decode("a\r"), decoder.decode("\nb\r"), decoder.decode("", final=True)], decoder.newlines)
for action in (lambda: io.TextIOWrapper(3), lambda: io.BufferedReader(io.BytesIO(), 0), lambda: io.StringIO(b""),
               lambda: io.BytesIO(""), lambda: io.BufferedReader(io.BufferedWriter(Upper(b"")))):  # fmt: skip
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
