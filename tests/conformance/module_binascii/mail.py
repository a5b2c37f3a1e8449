# uuencode and quoted-printable.
import binascii as b


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for data in (b"", b"hello", b"x" * 45, bytes(range(45)), b"x" * 46):
    attempt(b.b2a_uu, data)
    attempt(b.b2a_uu, data, backtick=True)
for line in (b"%:&5L;&\\ \n", b"%:&5L", b"%\x80zz", b"%:&5L;&\\ xx\n"):
    attempt(b.a2b_uu, line)

text = b"hello =\r\nworld=20\n x= \t \nend \t\n.\nfoo=3D\xff_bar_ " + b"y" * 100
print(b.a2b_qp(text), b.a2b_qp(text, header=True))
for options in ({}, {"quotetabs": True}, {"istext": False}, {"header": True}, {"quotetabs": True, "istext": False, "header": True}):
    print(b.b2a_qp(text, **options))
    print(b.b2a_qp(b"a b\t\n.\n. \n", **options), b.b2a_qp(b".", **options))
for broken in (b"=", b"=4", b"==41", b"=4x"):
    print(b.a2b_qp(broken))
