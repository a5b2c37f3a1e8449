# Every integer code in every byte order, with values at and beyond its limits.
import struct


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


LIMITS = (0, 1, -1, 127, 128, -129, 255, 256, 32767, -32769, 65536, 2**31 - 1, -(2**31) - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1, 2**64)
for order in "@=<>!":
    for code in "bBhHiIlLqQnN":
        print(order + code)
        attempt(struct.calcsize, order + code)
        for value in LIMITS:
            attempt(struct.pack, order + code, value)
for value in (1.5, "1", None, b"1"):
    attempt(struct.pack, "i", value)


class Index:
    def __index__(self):
        return 7


attempt(struct.pack, "b", Index())
attempt(struct.pack, "P", 2**64)
attempt(struct.unpack, "<hIq", b"\xff" * 14)
attempt(struct.unpack, "iq", b"\1" * 16)
