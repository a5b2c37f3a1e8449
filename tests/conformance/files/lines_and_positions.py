# Files: writing, appending, line by line, seek and tell, modes, errors.
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "poem.txt")
    with open(path, "w", encoding="utf-8") as file:
        print(file.write("first\n"), file.writable(), file.readable(), file.mode, file.closed)
        file.writelines(f"line {n}\n" for n in range(3))
        print("more", "é", sep="|", file=file)
    print(file.closed, os.path.getsize(path))
    with open(path, encoding="utf-8") as file:
        print(file.readline().rstrip(), next(file), file.read(4), [line.strip() for line in file])
        print(file.seek(0), file.read(3), file.read(0) == "")
    with open(path, "a+", encoding="utf-8") as file:
        file.write("end")
        file.seek(0)
        print(len(file.readlines()))
    with open(path, "r+b") as file:
        print(file.read(2), file.tell(), file.seek(-3, os.SEEK_END), file.read(), file.seek(0), file.write(b"FI"), file.truncate(5))
    with open(path) as file:
        print(file.read())
    with open(path) as source, open(path + ".copy", "x") as target:
        for number, line in enumerate(source, 1):
            target.write(f"{number}: {line}")
    print(open(path + ".copy").read(), sorted(os.listdir(folder)))
    for work in (
        lambda: open(os.path.join(folder, "none")),
        lambda: open(path + ".copy", "x"),
        lambda: open(folder),
        lambda: open(path, "rw"),
        lambda: open(path, "b"),
        lambda: open(path, "rb", encoding="utf-8"),
        lambda: open(path, "z"),
        lambda: file.read(),
    ):
        try:
            print(work())
        except OSError as error:
            print(type(error).__name__, error.strerror, os.path.basename(error.filename) in ("none", "poem.txt.copy") or "folder")
        except ValueError as error:
            print("ValueError", error)
