# Base64, strict and lenient, hexadecimal with separators, checksums.
import binascii as b


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for data in (b"", b"a", b"ab", b"abc", b"abcd", bytes(range(250, 256))):
    print(b.b2a_base64(data), b.b2a_base64(data, newline=False))
for text in (b"=", b"a", b"ab", b"abc", b"abc=", b"ab==", b"ab=", b"abcd=", b"abcdef==xx", b"YWJj\nZGVm\n", b"Y W-J_j",
             "YWJj", "é", b"a=bc", b"ab=c", b"abcde", b"ab=-=", b"abc=d", 5, b"YWJjZA==YWJj"):
    attempt(b.a2b_base64, text)
    attempt(b.a2b_base64, text, strict_mode=True)

attempt(b.unhexlify, "AbCd")
attempt(b.unhexlify, b"abc")
attempt(b.unhexlify, "zz")
attempt(b.hexlify, b"abcdef")
attempt(b.hexlify, b"abcdef", ":")
attempt(b.hexlify, b"abcdefg", "-", 3)
attempt(b.hexlify, b"abcdefg", b"-", -3)
attempt(b.hexlify, b"abc", "--")
attempt(b.hexlify, "abc")

print(b.crc32(b"hello"), b.crc32(b"world", b.crc32(b"hello")), b.crc32(b"", 5), b.crc32(b"x", -1))
print(b.crc_hqx(b"hello", 0), b.crc_hqx(b"hello", 0x1234))
print(b.Error.__mro__, b.Incomplete.__mro__)
