# bytearray: changes in place, slices, views.
b = bytearray(b"hello")
b[0] = ord("J")
b.append(33)
b += b"??"
b[1:3] = b"EL-L"
print(b, len(b), b[0], b[-2:], bytes(b))
del b[-2:]
b.insert(0, 60)
print(b, b.pop(), b.pop(0), b.remove(ord("-")), b)
b.extend(range(65, 68))
b.reverse()
print(b, b.find(b"B"), b.count(b"L"), b.upper(), b * 2, b == bytes(b), b"C" in b, 67 in b)
b[::2] = b"x" * len(b[::2])
print(b, b.copy() is b, bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"a") + b"b", type(b"a" + bytearray(b"b")).__name__)
view = memoryview(b)
view[0:2] = b"YZ"
print(b, view[2], view.nbytes, view[::3].tolist(), view.readonly, memoryview(b"x").readonly, bytes(view[1:4]))
for work in (lambda: b.append(1), lambda: b.append(256), lambda: b.__setitem__(0, -1), lambda: b.__setitem__(99, 1), lambda: b.extend("x"), lambda: b.remove(0), lambda: bytearray("x"), lambda: b.__setitem__(slice(0, 9, 2), b"z"), lambda: hash(b), lambda: bytearray().pop(), lambda: bytearray([300])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
view.release()
b.clear()
print(b, bool(b))
