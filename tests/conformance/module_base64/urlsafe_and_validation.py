# The alphabets of base64, padding, and what is refused.
import base64
import binascii

data = bytes([0xFB, 0xFF, 0xBF, 0x00, 0x10])
print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.standard_b64encode(data))
print(base64.b64encode(data, altchars=b"-:"), base64.b64decode("-:-:", altchars="-:"))
for n in range(5):
    encoded = base64.b64encode(b"abcd"[:n])
    print(n, encoded, base64.b64decode(encoded))
for text in ("YQ", "YQ=", "YQ==", "YQ==YQ==", "Y Q = =", "Y*Q==", "===", ""):
    for strict in (False, True):
        try:
            print(repr(text), strict, base64.b64decode(text, validate=strict))
        except binascii.Error as error:
            print(repr(text), strict, "Error:", error)
try:
    base64.b64decode("é")
except ValueError as error:
    print(error)
try:
    base64.b64encode("text")
except TypeError as error:
    print(error)
print(base64.b64decode(bytearray(b"aGk=")), base64.b64encode(memoryview(b"hi")))
