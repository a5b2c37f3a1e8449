# Patterns of bytes, and everything bytes-like as text.
import re

p = re.compile(rb"(\w+)=(\d+)")
print(p, p.findall(b"a=1;bb=22"), p.match(b"a=1").groups())
print(p.sub(rb"\2=\1", b"a=1;b=2"), re.split(rb"[;,]", b"a;b,c"), re.subn(b".", lambda m: m[0] * 2, b"ab"))
for text in (bytearray(b"xa=1"), memoryview(b"xa=1")):
    m = p.search(text)
    print(m.group(), m.groups(), m.span(), type(m.string).__name__)
    print(p.findall(text), p.sub(b"-", text), p.split(text))
print(re.match(rb"\xe9", "é".encode("latin-1")), re.match(rb"\w", b"\xe9"), re.match(rb"(?i)\xc9", b"\xe9"), re.match(rb"(?i)K", b"k"))
print(re.compile(b"a", re.L), re.match(rb"(?L)\w", b"\xe9"), re.match(rb"(?Li)A[b-c]", b"aC"))
print(re.escape(b"a+b"), re.fullmatch(rb"[\x80-\xff]+", b"\x80\xff") is not None)
b = bytearray(b"aXbX")
print(re.sub(b"X", lambda m: bytes(m.start()), b), re.sub(b"(X)", rb"\g<1>!", b))
it = re.finditer(b"X", b)
try:
    b.extend(b"more")
except BufferError as e:
    print("BufferError", e)
print([m.start() for m in it])
del it
b.extend(b"X")
print(b)
for what in (lambda: re.compile(b"a", re.U), lambda: re.sub(b"a", "b", b"a"), lambda: re.sub(b"a", lambda m: "b", b"xa"), lambda: re.match(b"(?u)a", b"a")):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)
