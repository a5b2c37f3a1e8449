# bytes and text: encoding, decoding, errors, hexadecimal, translation.
text = "naïve café €"
for encoding in ("utf-8", "latin-1", "utf-16-le", "ascii", "cp1252"):
    for errors in ("strict", "replace"):
        try:
            data = text.encode(encoding, errors)
            print(encoding, errors, len(data), data.decode(encoding))
            break
        except UnicodeEncodeError as error:
            print(encoding, error.start, error.reason)
for handler in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(handler, ascii(b"a\xffb\xc3".decode("utf-8", handler)), "é€".encode("latin-1", "xmlcharrefreplace"))
try:
    b"a\xffb".decode()
except UnicodeDecodeError as error:
    print(error, error.object, error.start, error.end)
data = bytes(range(250, 256)) + b"az"
print(data.hex(), data.hex(":"), data.hex("-", 2), data.hex(" ", -3), bytes.fromhex("00 ff 7A"), bytes.fromhex(data.hex()) == data)
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"a-b-c".translate(None, b"-"), b"%d|%s|%x|%a" % (5, b"raw", 255, "é"), b",".join([b"a", b"b"]))
print(int.from_bytes(b"\x01\x00"), int.from_bytes(b"\xfe\xff", "little", signed=True), (1000).to_bytes(2), (-2).to_bytes(4, "little", signed=True))
print(b"Key: value".partition(b": "), b" x\t".strip(), b"abc".startswith((b"x", b"a")), b"a\nb\r\nc".splitlines(), b"aXbX".rsplit(b"X", 1), b"abc".removeprefix(b"a"), b"title case".title(), b"7".zfill(3), b"a\tb".expandtabs(4), b"ab".center(6, b"*"))
for work in (lambda: b"a" + "b", lambda: b"abc".find("a"), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: b"%s" % "text", lambda: bytes(-1), lambda: bytes([256]), lambda: (256).to_bytes(1), lambda: "x".encode("none"), lambda: b"a".join(["b"])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
