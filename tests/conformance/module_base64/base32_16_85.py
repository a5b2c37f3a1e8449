# Base 32, 16, 85: lengths, cases, errors.
import base64

for data in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar"):
    print(data, base64.b32encode(data).decode(), base64.b32hexencode(data).decode(), base64.b16encode(data).decode())
    print("  ", base64.a85encode(data).decode(), base64.b85encode(data).decode(), base64.a85encode(data, adobe=True).decode())
print(base64.b32decode("MZXW6==="), base64.b32decode("mzxw6===", casefold=True), base64.b32decode("M1023456", map01="L"))
print(base64.b16decode("0aFf", casefold=True))
print(base64.a85encode(bytes(8)), base64.a85encode(b"    ", foldspaces=True), base64.a85decode(b"z!!"), base64.b85decode(b"VPRn"))
for work in (
    lambda: base64.b32decode("MZXW6"),
    lambda: base64.b32decode("mzxw6==="),
    lambda: base64.b16decode("0af"),
    lambda: base64.b16decode("zz"),
    lambda: base64.a85decode(b"~~"),
    lambda: base64.b85decode(b"\x01"),
):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
print(base64.encodebytes(b"x" * 60))
print(base64.decodebytes(b"eHh4\neHh4\n"))
