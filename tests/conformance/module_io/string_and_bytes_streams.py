# StringIO and BytesIO: positions, seeking, truncating, lines, closed streams.
import io

s = io.StringIO("one\ntwo\nthree")
print(s.readline(), s.tell(), s.read(2), s.read(), repr(s.read()), s.seek(0), list(s))
s.seek(4)
print(s.write("TWO"), s.getvalue(), s.truncate(7), repr(s.getvalue()), s.seek(0, io.SEEK_END))
s.writelines(["\nx", "\ny"])
print(repr(s.getvalue()), s.seekable(), s.readable(), s.isatty(), s.closed)
s.seek(10)
s.seek(0)
print(s.readlines(4), s.readline(2), next(s))
b = io.BytesIO(b"abcdef")
print(b.read(2), b.seek(-2, 2), b.read(), b.seek(1), b.read1(2), b.getbuffer()[0:2].tobytes())
buffer = bytearray(4)
b.seek(0)
print(b.readinto(buffer), buffer, b.seek(10), b.write(b"!"), b.getvalue())
text = io.TextIOWrapper(io.BytesIO("é\r\nb\r".encode()), encoding="utf-8")
print(repr(text.read()), text.newlines, text.encoding)
text = io.TextIOWrapper(raw := io.BytesIO(), encoding="latin-1", newline="\r\n", write_through=True)
text.write("a\né")
print(raw.getvalue())
print(io.StringIO("a\r\nb\rc", newline=None).read().split("\n"), io.StringIO("a\r\nb").readlines(), io.StringIO("a\r\nb", newline="").readlines())
with io.StringIO("gone") as gone:
    pass
for work in (lambda: gone.read(), lambda: s.write(b"x"), lambda: b.write("x"), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.read("x"), lambda: io.BytesIO("x"), lambda: io.StringIO(5), lambda: s.fileno(), lambda: b.seek(0, 9)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
reader = io.BufferedReader(io.BytesIO(b"line1\nline2\nrest"))
print(reader.peek(3)[:3], reader.readline(), reader.read(3), reader.tell())
