# PurePosixPath and PureWindowsPath: parts, joining, suffixes, relations.
from pathlib import PurePath, PurePosixPath as P, PureWindowsPath as W

p = P("/usr/local/lib/archive.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parents[1], list(map(str, p.parents)), p.parts, p.anchor, p.root)
print(P("a") / "b" / "../c", P("a", "/b", "c"), "x" / P("y"), P("a//b/./c/"), P(""), P("."), P("..").name, P("/").name == "", P("a").joinpath("b", "c"))
print(p.with_name("x.txt"), p.with_suffix(".zip"), p.with_stem("new"), P("a/b").with_suffix(".c"), P("a.b").with_suffix(""), P(".hidden").suffix == "", P("x.").suffix)
print(p.relative_to("/usr"), p.is_relative_to("/usr/local"), P("/a/b").relative_to("/a/c", walk_up=True), p.is_absolute(), P("a").is_absolute())
print(p.match("*.gz"), p.match("lib/*"), P("a/b/c.py").match("b/*.py"), P("a/b/c.py").full_match("a/**/*.py"), P("A").match("a"))
print(P("a") == P("a/"), P("a") < P("b"), sorted([P("b"), P("a/z"), P("a")]), {P("x"): 1}[P("./x")], P("a") == W("a"), p.as_uri(), P("a b").as_posix())
w = W(r"c:\Users\Me\file.TXT")
print(w, repr(w), w.drive, w.root, w.parts, w.suffix, w.as_posix(), W("C:/A") == W("c:/a"), w.match("*.txt"), W("a") / "d:b", W("//host/share/x").drive, W("nul.txt").is_reserved() if False else "")
for work in (lambda: P("/a").relative_to("/b"), lambda: P("a").with_name("b/c"), lambda: P("/").with_name("x"), lambda: P("a").with_suffix("b"), lambda: P("a").as_uri(), lambda: P("a") / 5, lambda: P(b"a"), lambda: P("a") < "b", lambda: P("a").parents[3]):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
print(type(PurePath("x")).__name__, P("a").__fspath__(), bytes(P("é")), hash(P("a/b")) == hash(P("a//b")))
