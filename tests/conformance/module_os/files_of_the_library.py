# tempfile, shutil, glob, filecmp and fileinput over the files.
import filecmp
import fileinput
import glob
import os
import shutil
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name in ("a.txt", "b.txt", "c.py", "sub/d.txt", "sub/deep/e.txt", ".hidden"):
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
        with open(name, "w") as f:
            f.write(name + "\n")
    print(sorted(glob.glob("*.txt")), sorted(glob.glob("**/*.txt", recursive=True)), sorted(glob.glob("[ab]*")), glob.glob("nothing*"))
    print(sorted(glob.iglob("sub/*")), glob.escape("a[1].txt"), sorted(glob.glob("*", include_hidden=True)))
    print(shutil.copy("a.txt", "copy.txt"), shutil.copy2("a.txt", "sub"), open("sub/a.txt").read(), end="")
    print(shutil.copytree("sub", "tree"), sorted(os.listdir("tree")), shutil.move("copy.txt", "tree"), os.path.exists("copy.txt"))
    print(filecmp.cmp("a.txt", "sub/a.txt"), filecmp.cmp("a.txt", "b.txt"))
    for action in (lambda: shutil.copy("a.txt", "a.txt"), lambda: shutil.copytree("sub", "tree"), lambda: shutil.rmtree("missing"),
                   lambda: shutil.copy("missing", "x"), lambda: shutil.rmtree("a.txt")):  # fmt: skip
        try:
            print(action())
        except OSError as error:
            print(type(error).__name__, error)
    shutil.rmtree("tree")
    shutil.rmtree("missing", ignore_errors=True)
    print(os.path.exists("tree"), shutil.get_terminal_size((80, 24)).columns > 0)
    with fileinput.input(["a.txt", "b.txt"]) as lines:
        for line in lines:
            print(lines.filename(), lines.lineno(), lines.filelineno(), line, end="")
    with tempfile.NamedTemporaryFile("w+", suffix=".log", prefix="run-", dir=".") as f:
        f.write("kept for a while")
        f.seek(0)
        name = f.name
        print(f.read(), os.path.basename(name).startswith("run-"), name.endswith(".log"), os.path.exists(name))
    print(os.path.exists(name))
    with tempfile.TemporaryFile() as f:
        print(f.write(b"bytes"), f.seek(0), f.read())
    with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as f:
        f.write("short")
        print(f._rolled, end=" ")
        f.write(" and then long")
        print(f._rolled, f.seek(0), f.read())
    handle, path = tempfile.mkstemp(text=True)
    os.close(handle)
    print(os.path.getsize(path), oct(os.stat(path).st_mode & 0o777), os.remove(path))
    os.chdir("/")
print(os.path.exists(folder))
