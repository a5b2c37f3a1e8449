import base64
import hashlib
import struct
import uuid

print(base64.b64encode(b"event loop"), base64.urlsafe_b64decode("_-8="), base64.b32encode(b"hi"), base64.b16encode(b"\x01\xff"))
print(hashlib.sha256(b"await").hexdigest(), hashlib.md5(b"").hexdigest())
print(struct.pack("<IhB", 1, -2, 3), struct.unpack(">Hd", struct.pack(">Hd", 7, 1.5)), struct.calcsize("<QbI"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.UUID(int=5), uuid.UUID("12345678123456781234567812345678").hex)
try:
    base64.b64decode("a")
except Exception as error:
    print(type(error).__name__, error)
