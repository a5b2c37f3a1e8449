# pathlib: paths as values, and what they do with files.
import os
import tempfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

p = PurePosixPath("/home/user/notes.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, list(map(str, p.parents)), p.parts, p.anchor, p.root)
print(p.with_name("x.py"), p.with_suffix(".zip"), p.with_stem("other"), p / "a" / "b", "x" / PurePath("y"), p.joinpath("c", "d"))
print(p.relative_to("/home"), p.is_relative_to("/home"), p.is_absolute(), p.match("*.gz"), p.full_match("/home/**/*.gz"), p.as_uri())
print(PurePath("a//b/./c/"), PurePath("") == PurePath("."), PurePath("a") < PurePath("b"), hash(PurePath("a")) == hash(PurePath("a")), len({PurePath("a"), PurePath("a/")}))
print(PureWindowsPath("c:/a\\b").parts, PureWindowsPath("C:/A") == PureWindowsPath("c:/a"), PureWindowsPath("a/b").as_posix())
for action in (lambda: p.relative_to("/etc"), lambda: p.with_suffix("gz"), lambda: PurePath("a") / 3, lambda: p.with_name(""), lambda: PurePath("/").with_name("x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    folder = root / "project"
    folder.mkdir()
    (folder / "src" / "pkg").mkdir(parents=True)
    file = folder / "src" / "main.py"
    print(file.write_text("print('hi')\n한글\n"), file.read_text(), file.read_bytes(), file.stat().st_size, file.exists(), file.is_file(), file.is_dir())
    (folder / "src" / "pkg" / "__init__.py").touch()
    (folder / "data.bin").write_bytes(b"\0\1")

    def shown(paths):
        return sorted(str(path.relative_to(root)) for path in paths)

    print(shown(folder.iterdir()), shown(folder.glob("*")), shown(folder.rglob("*.py")), shown(folder.glob("**/")))
    for path, folders, files in folder.walk():
        folders.sort()
        print(path.relative_to(root), folders, sorted(files))
    with file.open("a") as f:
        f.write("more\n")
    print(len(file.read_text().splitlines()), (folder / ".." / "project").resolve() == folder.resolve(), file.samefile(str(file)))

    def attempt(action):
        try:
            print(action())
        except OSError as error:
            print(type(error).__name__, str(error).replace(name, "ROOT"))

    attempt(lambda: folder.mkdir())
    attempt(lambda: (root / "no" / "such").mkdir())
    attempt(lambda: (root / "missing").read_text())
    attempt(lambda: folder.rmdir())
    attempt(lambda: folder.unlink())
    attempt(lambda: folder.read_text())
    attempt(lambda: (root / "missing").unlink())
    (root / "missing").unlink(missing_ok=True)
    moved = file.rename(folder / "renamed.py")
    print(moved.name, file.exists(), moved.replace(folder / "again.py").name)
    link = folder / "link"
    link.symlink_to("again.py")
    print(link.is_symlink(), link.readlink(), link.read_bytes() == (folder / "again.py").read_bytes())
    (folder / "again.py").chmod(0o600)
    print(oct((folder / "again.py").stat().st_mode))
    os.chdir(root)
    print(Path("project").absolute() == Path.cwd() / "project", Path("project/../project").exists(), Path.cwd().samefile(root))
    os.chdir("/")
print(Path(name).exists(), Path("~").expanduser() == Path.home(), Path(__file__).name, Path(__file__).read_text().splitlines()[0])
