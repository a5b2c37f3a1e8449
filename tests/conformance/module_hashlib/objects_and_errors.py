# Hash objects can be copied and go on; wrong input is refused with CPython's words.
import hashlib


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


first = hashlib.sha256(b"async ")
second = first.copy()
first.update(b"def")
second.update(bytearray(b"await"))
print(first.hexdigest())
print(second.hexdigest())
print(first.hexdigest() == hashlib.sha256(b"async def").hexdigest())
print(hashlib.md5(memoryview(b"view")).hexdigest())
print(hashlib.new("SHA256", b"x").name)
print(hashlib.md5(string=b"named", usedforsecurity=False).hexdigest())

attempt(hashlib.md5, "text")
attempt(hashlib.md5, 5)
attempt(hashlib.sha1().update, "text")
attempt(hashlib.new, "no-such-hash")
attempt(hashlib.new, 5)
attempt(hashlib.sha512, wrong=1)
attempt(hashlib.shake_256().digest)
attempt(type(hashlib.md5()))
