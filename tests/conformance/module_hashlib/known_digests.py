# Every guaranteed algorithm over lengths around its block boundaries, fed in two parts.
import hashlib

LENGTHS = (0, 1, 3, 55, 56, 63, 64, 65, 71, 72, 103, 104, 111, 112, 127, 128, 129, 135, 136, 143, 144, 167, 168, 169, 1000)


def sample(length):
    return bytes(i * 7 % 251 for i in range(length))


for name in sorted(hashlib.algorithms_guaranteed):
    size = (20,) if name.startswith("shake") else ()
    empty = hashlib.new(name)
    print(name, empty.name, empty.digest_size, empty.block_size)
    for length in LENGTHS:
        data = sample(length)
        h = hashlib.new(name)
        h.update(data[: length // 3])
        h.update(data[length // 3 :])
        assert h.digest(*size) == hashlib.new(name, data).digest(*size)
        assert h.digest(*size).hex() == h.hexdigest(*size)
        print(" ", length, h.hexdigest(*size))

print(hashlib.shake_128(b"long").hexdigest(400))
