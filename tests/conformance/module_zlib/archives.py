"""gzip files, zip and tar archives, in the program's own files and in memory."""
import gzip
import io
import os
import tarfile
import tempfile
import zipfile

os.chdir(tempfile.mkdtemp())

text = "Zeile – line\n" * 200
with gzip.open("notes.txt.gz", "wt", encoding="utf-8") as file:
    file.write(text)
with gzip.open("notes.txt.gz", "rt", encoding="utf-8") as file:
    print(file.readline(), len(file.read()))
print(os.path.getsize("notes.txt.gz") < 200, gzip.decompress(gzip.compress(b"abc", mtime=0)), gzip.compress(b"abc", mtime=0))
with open("notes.txt.gz", "rb") as raw:
    print(raw.read(2), gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(b"line 1\nline 2\n"))).readlines())
for data in (b"not gzip", gzip.compress(b"x" * 1000)[:-4]):
    try:
        gzip.decompress(data)
    except (gzip.BadGzipFile, EOFError) as error:
        print(type(error).__name__, error)

memory = io.BytesIO()
with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("readme.txt", "hello " * 50)
    archive.writestr(zipfile.ZipInfo("data/numbers.csv", (2024, 5, 6, 7, 8, 10)), "1,2,3\n")
    archive.writestr("plain.bin", b"\0" * 10, zipfile.ZIP_STORED)
with zipfile.ZipFile(memory) as archive:
    print(archive.namelist(), archive.testzip())
    for info in archive.infolist():
        print(info.filename, info.file_size, info.compress_size, f"{info.CRC:08x}", info.compress_type, info.is_dir())
    print(archive.read("data/numbers.csv"), archive.getinfo("data/numbers.csv").date_time)
    with archive.open("readme.txt") as file:
        print(file.read(11))
    print([path.name for path in zipfile.Path(archive).iterdir()])
    archive.extractall("unpacked")
    try:
        archive.read("nothing")
    except KeyError as error:
        print(error)
print(sorted(os.listdir("unpacked")), open("unpacked/data/numbers.csv").read())
print(zipfile.is_zipfile(memory), zipfile.is_zipfile(io.BytesIO(b"no")))
try:
    zipfile.ZipFile(io.BytesIO(b"no zip"))
except zipfile.BadZipFile as error:
    print(error)

memory = io.BytesIO()
with tarfile.open(fileobj=memory, mode="w:gz") as archive:
    info = tarfile.TarInfo("folder/a.txt")
    info.size = 5
    archive.addfile(info, io.BytesIO(b"hello"))
    archive.add("unpacked/readme.txt", arcname="readme.txt")
memory.seek(0)
with tarfile.open(fileobj=memory, mode="r:*") as archive:
    for member in archive:
        print(member.name, member.size, member.isfile(), archive.extractfile(member).read()[:8])
    print(archive.getnames())
