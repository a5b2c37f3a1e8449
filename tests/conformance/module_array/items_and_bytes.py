# Item types and their limits; bytes, lists, text, memoryviews and copies.
import copy
from array import array


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


LIMITS = (0, -1, 127, 128, -129, 256, 32768, 65536, 2**31, 2**32, 2**63, 2**64, -(2**63) - 1, 1.5, "x", None, True)
for code in "bBhHiIlLqQfdw":
    print(code, array(code).itemsize)
    for value in LIMITS:
        attempt(array, code, [value])

print(array("d", [1.5, 2.0]), array("f", [0.1]), array("w", "héllo😀"), array("i"))
attempt(array)
attempt(array, "z")
attempt(array, 5)
attempt(array, "i", 5)
attempt(array, "i", "abc")
attempt(array, "i", array("w", "ab"))
attempt(array, "i", b"\1\0\0")
attempt(array, "h", bytearray(b"\1\0\2\0"))

a = array("h", [1, 2, 258])
a.byteswap()
print(a, a.tobytes())
a.frombytes(b"\1\0")
a.fromlist([5, 6])
print(a, a.tolist())
attempt(a.frombytes, b"\1")
attempt(a.fromlist, [7, "x"])
print(a)
print(array("w", "text").tounicode())
attempt(a.tounicode)

view = memoryview(array("i", [1, 2, 3]))
view[1] = 50
print(view.format, view.itemsize, view.nbytes, view.tolist(), view.obj)
attempt(view.obj.append, 4)
view.release()
print(bytes(array("h", [1, 2])), bytearray(array("B", [1, 2])))
print(copy.copy(a) == a, copy.deepcopy(array("d", [1.0])), array("d", [1.5]).__reduce_ex__(4)[1])
