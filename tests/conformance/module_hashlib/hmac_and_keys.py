# hmac, PBKDF2, scrypt and comparing in constant time.
import hashlib
import hmac


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b"):
    for size in (0, 1, 64, 65, 128, 129):
        h = hmac.new(b"k" * size, b"a message", name)
        print(h.name, h.digest_size, h.hexdigest())
        assert h.digest() == hmac.digest(b"k" * size, b"a message", name)

h = hmac.new(b"key", digestmod=hashlib.sha256)
h.update(b"part one, ")
other = h.copy()
h.update(b"part two")
print(h.hexdigest(), other.hexdigest())
print(hmac.compare_digest(h.digest(), bytearray(h.digest())), hmac.compare_digest("a", "b"))

print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 500).hex())
print(hashlib.pbkdf2_hmac("sha512", b"password", b"salt", 5, dklen=100).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=16, r=8, p=2).hex())

attempt(hmac.new, b"key")
attempt(hmac.new, b"key", b"data", "no-such-hash")
attempt(hmac.new, "key", b"data", "md5")
attempt(hmac.new, b"key", "data", "md5")
attempt(hmac.compare_digest, "a", b"b")
attempt(hmac.compare_digest, "é", "b")
attempt(hmac.compare_digest, 1, 2)
attempt(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 0)
attempt(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, dklen=0)
attempt(hashlib.pbkdf2_hmac, "no-such-hash", b"p", b"s", 1)
attempt(hashlib.scrypt, b"p", salt=b"s", n=3, r=1, p=1)
