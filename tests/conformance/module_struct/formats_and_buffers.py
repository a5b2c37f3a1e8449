# Format strings, alignment, buffers, Struct objects and iteration.
import struct


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for text in ("", "bi", "ib", "<ib", "bhilq", "b0i", "b0q", "2h 3b", " 4 b", "3s2x", "z", "5", "@", "<<i", "-3i", "99999999999999999999i", "i\0"):
    attempt(struct.calcsize, text)
attempt(struct.pack, "2i", 1)
attempt(struct.pack, "2i", 1, 2, 3)
attempt(struct.pack)
attempt(struct.calcsize, 5)
attempt(struct.unpack, "i", b"abc")
attempt(struct.unpack, "i", "abcd")

data = b"\0\1\2\3\4\5"
for offset in (0, 1, 2, 3, -4, -3, -7):
    attempt(struct.unpack_from, "<i", data, offset)
buffer = bytearray(10)
for offset in (2, 7, -4, -3, -11):
    attempt(struct.pack_into, ">i", buffer, offset, 0x01020304)
    print(buffer)
attempt(struct.pack_into, "i", b"bytes", 0, 1)
attempt(struct.pack_into, "i", buffer)
attempt(struct.pack_into, "i", buffer, 0)
attempt(struct.pack_into, "2s", memoryview(buffer)[1:5], 1, b"zz")
print(buffer)

header = struct.Struct(">2hB")
print(header, header.size, header.format)
packed = header.pack(1, -2, 3)
print(packed, header.unpack(packed))
print(list(header.iter_unpack(packed * 3)))
attempt(header.unpack, packed[:-1])
attempt(header.iter_unpack, packed + b"x")
attempt(struct.iter_unpack, "", b"")
attempt(struct.Struct)
attempt(struct.Struct, "z")
print(struct.error.__module__, struct.error.__mro__)
