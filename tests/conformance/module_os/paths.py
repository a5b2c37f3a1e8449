# os.path.
import os.path as p

for path in ("", "/", "//", "///", "a", "a/", "/a", "a/b", "a/b/", "/a/b.tar.gz", ".hidden", "a/.hidden.txt", "..", "../x", "a//b/../c/./d"):
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.normpath(path), p.isabs(path), p.splitdrive(path), p.splitroot(path))
for parts in (("a", "b"), ("a/", "b"), ("a", "/b"), ("a", ""), ("", "a"), ("a", "b", "c/"), ("/", "a")):
    print(parts, p.join(*parts))
print(p.commonpath(["/a/b/c", "/a/b/d", "/a/b"]), p.commonprefix(["/a/bc", "/a/bd"]), p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"))
for action in (lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"]), lambda: p.join("a", b"b"), lambda: p.join("a", 3), lambda: p.basename(None)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(p.exists("/"), p.isdir("/tmp"), p.isfile("/tmp"), p.ismount("/"), p.exists("/no/such"), p.normcase("A/b"), p.abspath("/a/../b"))
print(p.basename(__file__), p.isfile(__file__), p.dirname(p.abspath(__file__)) == p.dirname(__file__))
print(open(__file__).readline(), end="")
