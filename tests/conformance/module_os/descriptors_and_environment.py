# Files by number; the environment; names as text and bytes.
import errno
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, "data")


def attempt(label, action):
    try:
        print(label, "->", action())
    except Exception as error:
        print(label, "->", type(error).__name__, str(error).replace(folder, "FOLDER"))


fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
print(os.write(fd, b"0123456789"), os.lseek(fd, 2, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size, os.isatty(fd))
print(os.pread(fd, 2, 7), os.pwrite(fd, b"XY", 0), os.lseek(fd, 0, os.SEEK_CUR), os.ftruncate(fd, 4), os.lseek(fd, 0, os.SEEK_END))
copy = os.dup(fd)
print(os.lseek(copy, 0, os.SEEK_SET), os.read(fd, 10), os.close(copy))
with os.fdopen(fd, "r+") as f:
    print(f.fileno() == fd, type(f.name).__name__, f.read(), f.seek(0), f.read())
attempt("closed", lambda: os.read(fd, 1))
attempt("twice", lambda: os.open(path, os.O_CREAT | os.O_EXCL))
attempt("read only", lambda: os.write(os.open(path, os.O_RDONLY), b"x"))
with open(path, opener=lambda name, flags: os.open(name, flags)) as f:
    print(f.read())
attempt("bad opener", lambda: open(path, opener=lambda name, flags: -1))
with open(os.devnull, "w") as sink:
    print(sink.write("into nothing"))
print(len(os.urandom(8)), type(os.urandom(1)).__name__, os.urandom(0), os.urandom(8) != os.urandom(8))

os.environ["LOOPSCOPE_TEST"] = "값"
print(os.environ["LOOPSCOPE_TEST"], os.getenv("LOOPSCOPE_TEST"), os.getenv("NO_SUCH_NAME"), os.getenv("NO_SUCH_NAME", "default"))
print("LOOPSCOPE_TEST" in os.environ, os.environ.get("NO_SUCH_NAME", 0), os.environ.pop("LOOPSCOPE_TEST"), os.environb.get(b"NO_SUCH"))
attempt("missing", lambda: os.environ["NO_SUCH_NAME"])
attempt("not text", lambda: os.environ.__setitem__("A", 1))
attempt("delete", lambda: os.environ.__delitem__("NO_SUCH_NAME"))
os.environ.setdefault("GREETING", "hello")
print(os.path.expandvars("$GREETING ${GREETING}s $NO_SUCH_NAME"), os.environ | {} == dict(os.environ))
del os.environ["GREETING"]

print(os.fsencode("é한"), ascii(os.fsdecode(b"a\xff")), os.fsencode(os.fsdecode(b"a\xff")), os.fspath("x"), os.fspath(b"x"))


class Path:
    def __init__(self, answer):
        self.answer = answer

    def __fspath__(self):
        return self.answer


print(os.fspath(Path("p")), isinstance(Path(""), os.PathLike), os.path.join(Path("a"), "b"), open(Path(path)).read())
attempt("fspath", lambda: os.fspath(3))
attempt("fspath of", lambda: os.fspath(Path(3)))
print(errno.ENOENT, errno.errorcode[13], os.strerror(2), os.strerror(39), os.strerror(0), os.strerror(9999))
for number in (1, 2, 4, 11, 13, 17, 20, 21, 32, 39, 104, 110, 111):
    print(number, errno.errorcode[number], type(OSError(number, "x")).__name__)
print(type(os.getpid()).__name__, os.getpid() == os.getpid(), os.cpu_count() > 0, type(os.uname()).__name__, len(os.times()))
os.remove(path)
os.rmdir(folder)
