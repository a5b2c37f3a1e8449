"""Bytes that come in pieces: incremental decoders and encoders, readers and writers."""
import codecs
import io
import os
import tempfile

os.chdir(tempfile.mkdtemp())

text = "日本語 – ok"
data = text.encode("utf-8")
decoder = codecs.getincrementaldecoder("utf-8")()
pieces = [decoder.decode(data[i : i + 2]) for i in range(0, len(data), 2)]
print(pieces)
print("".join(pieces) + decoder.decode(b"", final=True) == text)
decoder.reset()
print(repr(decoder.decode(b"\xe6\x97")), decoder.getstate())
try:
    decoder.decode(b"", final=True)
except UnicodeDecodeError as error:
    print(error)

encoder = codecs.getincrementalencoder("utf-16")()
print([encoder.encode(c) for c in "ab"], encoder.encode("c", final=True))

print(list(codecs.iterencode(["ab", "cé"], "latin-1")), list(codecs.iterdecode([b"\xff\xfea", b"\x00b\x00"], "utf-16")))

stream = io.BytesIO()
writer = codecs.getwriter("cp1252")(stream)
writer.write("première ligne\n")
writer.writelines(["seconde\n", "€\n"])
print(stream.getvalue())
stream.seek(0)
reader = codecs.getreader("cp1252")(stream)
print(reader.readline(), end="")
print(reader.read().split())

with codecs.open("words.txt", "w", encoding="utf-8") as file:
    file.write("één\ntwee\n")
with codecs.open("words.txt", encoding="utf-8") as file:
    print([line for line in file])
with open("words.txt", "rb") as file:
    print(file.read())
