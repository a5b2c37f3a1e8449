"""zlib: the same bytes as CPython's, checksums, streams in pieces, errors."""
import zlib

text = b"the quick brown fox jumps over the lazy dog. " * 40
for level in (-1, 0, 1, 6, 9):
    packed = zlib.compress(text, level)
    print(level, len(packed), packed[:12], zlib.decompress(packed) == text)
print(zlib.compress(b""), zlib.compress(b"aaaaaaaaaa", wbits=-15), len(zlib.compress(text, 9, wbits=31)))
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")) == zlib.crc32(b"hello"))

pack = zlib.compressobj(9)
pieces = [pack.compress(text[i : i + 300]) for i in range(0, len(text), 300)]
pieces.append(pack.flush(zlib.Z_SYNC_FLUSH))
pieces.append(pack.compress(b"the end"))
pieces.append(pack.flush())
print([len(piece) for piece in pieces])

unpack = zlib.decompressobj()
got = b""
stream = b"".join(pieces) + b"what follows"
for i in range(0, len(stream), 50):
    got += unpack.decompress(stream[i : i + 50])
print(got == text + b"the end", unpack.eof, unpack.unused_data, unpack.unconsumed_tail)
unpack = zlib.decompressobj()
print(len(unpack.decompress(stream, 100)), len(unpack.unconsumed_tail) > 0, unpack.eof)
print(len(unpack.decompress(unpack.unconsumed_tail, 50)), len(unpack.flush()), unpack.eof)

words = b"lorem ipsum dolor sit amet"
with_words = zlib.compressobj(zdict=words)
packed = with_words.compress(words + words) + with_words.flush()
print(len(packed), zlib.decompressobj(zdict=words).decompress(packed) == words + words)
for attempt in (
    lambda: zlib.decompress(b"no zlib data"),
    lambda: zlib.decompress(zlib.compress(text)[:-5]),
    lambda: zlib.decompress(b""),
    lambda: zlib.compress("text"),
    lambda: zlib.compress(b"", 12),
    lambda: zlib.decompressobj().decompress(packed),
    lambda: zlib.decompressobj(99),
    lambda: zlib.decompressobj().decompress(b"", -1),
    lambda: with_words.compress(b"more"),
):
    try:
        print(attempt())
    except (zlib.error, ValueError, TypeError) as error:
        print(type(error).__name__, "|", error)
