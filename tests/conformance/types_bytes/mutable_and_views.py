"""bytearray and memoryview: changes in place, shared memory, casts, formats and refusals."""
data = bytearray(b"hello world")
view = memoryview(data)
view[0:5] = b"HELLO"
print(data, view[6], bytes(view[-5:]), view.tolist()[:3], len(view), view.readonly, view.format, view.itemsize, view.nbytes, view.shape, view.contiguous, view.obj is data)
for statement in ("data.append(33)", "data.extend(b'!!')", "data.clear()", "data.pop()", "del data[0]", "data[0:2] = b'abc'", "data[0:2] = b'ab'", "view[0] = 300", "view[0] = 'a'", "view[0:2] = b'abc'", "view['a']", "view[100]", "del view[0]", "memoryview(b'x')[0] = 1", "memoryview('x')", "memoryview(5)", "hash(view)", "view < view"):
    try:
        exec(statement)
        print(statement, "works", bytes(data))
    except Exception as error:
        print(statement, "->", type(error).__name__, error)
view.release()
data.append(33)
print(data)
try:
    view[0]
except ValueError as error:
    print(error)
data.extend([1, 2])
data.insert(0, 255)
data.remove(33)
data.reverse()
data += b"tail"
data *= 2
print(data, data.pop(), data.index(b"t"), data.count(b"l"), data.find(b"zz"), data[:3], data[::-5], data.copy() == data)
del data[5:]
data[1:2] = range(3)
print(data, bytearray(3), bytearray("é", "utf-8"), bytearray([65, 66]).decode(), bytearray(b"a,b").split(b","), bytearray(b" x ").strip(), bytearray(b"ab").hex("-"), bytearray.fromhex("41 42"), bytearray(b"x") == b"x", bytearray(b"b") > b"a")
with memoryview(bytearray(range(16))) as numbers:
    words = numbers.cast("I")
    print(words.tolist(), words[0], words.shape, words.itemsize)
    signed = memoryview(b"\xff\x01").cast("b")
    print(signed.tolist(), numbers[::4].tolist(), numbers[4:8].hex(), bytes(numbers[::-1])[:3], numbers == bytes(range(16)), memoryview(b"ab") == b"ab", numbers.tobytes()[:2])
    for bad in ("numbers[:3].cast('I')", "numbers.cast('zz')", "words['x']"):
        try:
            print(eval(bad))
        except Exception as error:
            print(bad, "->", type(error).__name__, error)
for text in ("bytes([1, 'a'])", "bytes([256])", "bytes(-1)", "bytes('a')", "bytes('a', 'ascii')", "bytes(3)", "bytes(b'x' for _ in range(1))", "bytes(5.0)", "bytes(None)", "bytes([True])", "b'abc'[0]", "b'abc'[0:1]", "b'%d' % 5", "b'a' in b'abc'", "97 in b'abc'", "'a' in b'abc'", "256 in b'abc'", "b'x' * 3", "b'a' + bytearray(b'b')", "bytearray(b'a') + b'b'", "b','.join([b'a', bytearray(b'b'), memoryview(b'c')])", "b'a'.translate(None, b'a')", "bytes.maketrans(b'a', b'b')[97]", "b'Ab'.swapcase()", "b'a\\tb'.expandtabs(4)", "b'\\xe9'.decode('latin-1')", "b'\\xff'.decode(errors='replace')", "b'\\xff'.decode(errors='backslashreplace')", "str(b'x')", "str(b'x', 'ascii')", "b'\\\\' + b'\"' + b\"'\"", "bytes(range(127, 131))"):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
