# bytes: literals, indexing, methods.
b = b"hello \x00\xff'\""
print(b, len(b), b[0], b[-1], b[1:4], b[::-1], list(b[:3]))
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes())
print(b"ab" + b"cd", b"ab" * 2, b"a" in b"abc", 97 in b"abc", b"abc" < b"abd", b"abc" == "abc")
print(b"a,b,c".split(b","), b"-".join([b"x", b"y"]), b" x ".strip(), b"abc".replace(b"b", b"XX"), b"abc".find(b"c"), b"abc".upper(), b"Ab".lower())
print(b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"a b".split(), b"line\nbreak".splitlines(), b"12".isdigit(), b"ab".isalpha())
print(b"abc".hex(), bytes.fromhex("61 62ff"), b"\xde\xad".hex(":"), b"ab".center(6, b"*"), b"7".zfill(3))
print(b"abc".decode(), b"\xec\x95\x88".decode("utf-8"), b"abc".count(b"b"), b"abc".index(b"b"), b"a=b".partition(b"="))
print(hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], sorted([b"b", b"a"]), max(b"abc"), sum(b"abc"), bool(b""), bool(b"\0"))
for x in b"ab":
    print(x, chr(x))
ba = bytearray(b"abc")
ba[0] = 120
ba.append(33)
ba.extend(b"yz")
del ba[1]
print(ba, len(ba), bytes(ba), ba == b"xc!yz", ba.decode(), ba[1:3], ba.pop(), ba)
ba += b"123"
ba[1:2] = b"___"
print(ba, ba.find(b"1"), bytearray(2), ba.upper())
for work in (lambda: b[100], lambda: b + "x", lambda: bytes([256]), lambda: bytes("x"), lambda: bytes(-1), lambda: b"a".join(["x"]), lambda: bytes.fromhex("6"), lambda: "x" in b, lambda: b.find("x"), lambda: bytes([1.5])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
try:
    b[0] = 1
except TypeError as error:
    print(error)
print(b"%d-%s-%x" % (5, b"x", 255), memoryview(b"abc")[1], bytes(memoryview(b"abcd")[1:3]))
