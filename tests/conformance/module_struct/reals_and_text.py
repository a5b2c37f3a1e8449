# Floats of three widths, characters, strings, Pascal strings, padding and booleans.
import struct


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


REALS = (0.0, -0.0, 1.0, 0.1, 1e-5, 5.96e-8, 2.98e-8, 65504.0, 65519.0, 65520.0, 3.4e38, 3.5e38, 1e300, 1e-45, float("inf"), 10**30)
for code in ("<e", ">e", "<f", ">f", "<d", ">d"):
    for value in REALS:
        attempt(struct.pack, code, value)
for value in REALS[:10]:
    print(struct.unpack("<e", struct.pack("<e", value if value < 65520 else 0)))
print(struct.unpack("<3e", b"\x01\x00\x00\x7c\xff\x7b"))
attempt(struct.pack, "d", "x")
attempt(struct.pack, "f", 10**400)

attempt(struct.pack, "3s", b"abcdef")
attempt(struct.pack, "6s", b"abc")
attempt(struct.pack, "3s", "abc")
attempt(struct.pack, "5p", b"abcdefgh")
attempt(struct.pack, "1p", b"ab")
attempt(struct.unpack, "5p", b"\xffabcd")
attempt(struct.pack, "c", b"xy")
attempt(struct.pack, "2x?b?", [], 3, "yes")
attempt(struct.unpack, "?c2s", b"\2xyz")
