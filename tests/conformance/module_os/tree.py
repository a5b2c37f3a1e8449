# Folders and files by name: making, listing, moving, removing, and what goes wrong.
import os
import stat
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)
print(os.path.samefile(os.getcwd(), folder), os.listdir(), os.sep, os.name, os.linesep == "\n", os.curdir, os.pardir, os.devnull)


def attempt(label, action):
    try:
        print(label, "->", action())
    except OSError as error:
        print(label, "->", type(error).__name__, error, error.errno, repr(error.filename), repr(error.filename2))
    except Exception as error:
        print(label, "->", type(error).__name__, error)


os.mkdir("one")
os.makedirs("one/two/three")
os.makedirs("one/two", exist_ok=True)
for name in ("one/a.txt", "one/b.py", "one/two/c.txt"):
    with open(name, "w") as f:
        f.write(name)
print(sorted(os.listdir("one")), sorted(os.listdir(b"one")))
for root, folders, files in os.walk("."):
    folders.sort()
    print(root, folders, sorted(files))
print([root for root, _, _ in os.walk("one", topdown=False)])
with os.scandir("one") as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print(entry, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.stat().st_size if entry.is_file() else "")

attempt("mkdir again", lambda: os.mkdir("one"))
attempt("makedirs again", lambda: os.makedirs("one/two"))
attempt("mkdir nowhere", lambda: os.mkdir("no/such"))
attempt("mkdir under a file", lambda: os.mkdir("one/a.txt/x"))
attempt("rmdir full", lambda: os.rmdir("one"))
attempt("rmdir a file", lambda: os.rmdir("one/a.txt"))
attempt("remove a folder", lambda: os.remove("one"))
attempt("remove missing", lambda: os.remove("missing"))
attempt("listdir a file", lambda: os.listdir("one/a.txt"))
attempt("rename missing", lambda: os.rename("missing", "other"))
attempt("rename over a folder", lambda: os.rename("one/a.txt", "one/two"))
attempt("rename into itself", lambda: os.rename("one", "one/two/inner"))
attempt("chdir a file", lambda: os.chdir("one/a.txt"))
attempt("stat missing", lambda: os.stat("missing"))
attempt("empty", lambda: os.stat(""))
attempt("wrong type", lambda: os.mkdir(1.5))
attempt("stat float", lambda: os.stat(1.5))
attempt("listdir float", lambda: os.listdir(1.5))
attempt("null", lambda: os.stat("a\0b"))
attempt("long", lambda: os.mkdir("x" * 300))

os.rename("one/a.txt", "moved.txt")
os.replace("one/b.py", "moved.txt")
print(open("moved.txt").read(), sorted(os.listdir("one")))
os.symlink("moved.txt", "link")
os.symlink("nowhere", "dangling")
print(os.readlink("link"), os.path.islink("link"), open("link").read(), os.path.exists("dangling"), os.path.lexists("dangling"))
print(os.path.realpath("link") == os.path.realpath("moved.txt"), stat.S_ISLNK(os.lstat("link").st_mode), stat.S_ISREG(os.stat("link").st_mode))
os.symlink("loop", "loop")
attempt("loop", lambda: open("loop"))
attempt("readlink a file", lambda: os.readlink("moved.txt"))
os.link("moved.txt", "second")
print(os.stat("second").st_nlink, os.path.samefile("second", "moved.txt"))
os.chmod("second", 0o640)
print(oct(stat.S_IMODE(os.stat("moved.txt").st_mode)), stat.filemode(os.stat("moved.txt").st_mode), stat.filemode(os.stat("one").st_mode))
os.utime("second", (1000, 2000.5))
info = os.stat("second")
print(info.st_atime, info.st_mtime, info.st_mtime_ns, info.st_size, info[stat.ST_SIZE], os.path.getmtime("second"))
os.truncate("second", 3)
print(open("moved.txt").read(), os.access("second", os.R_OK), os.access("missing", os.F_OK))
os.umask(0o077)
os.mkdir("private")
print(oct(os.stat("private").st_mode))
os.removedirs("one/two/three") if False else os.rmdir("one/two/three")
os.chdir("/")
