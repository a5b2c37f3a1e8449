# Path over a temporary folder: writing, listing, globbing, renaming, removing.
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as name:
    base = Path(name)
    (base / "docs" / "old").mkdir(parents=True)
    print((base / "a.txt").write_text("hello\nworld\n"), (base / "b.bin").write_bytes(b"\x00\x01"))
    (base / "docs" / "c.md").write_text("# c")
    (base / "docs" / "old" / "d.md").touch()
    print(sorted(p.name for p in base.iterdir()))
    print(sorted(p.relative_to(base).as_posix() for p in base.rglob("*.md")), sorted(p.name for p in base.glob("*.*")), [p.name for p in base.glob("docs/*/")])
    print((base / "a.txt").read_text().splitlines(), (base / "b.bin").read_bytes(), (base / "a.txt").stat().st_size)
    print((base / "docs").is_dir(), (base / "a.txt").is_file(), (base / "none").exists(), (base / "none").is_file())
    with (base / "a.txt").open("a") as file:
        file.write("more")
    print((base / "a.txt").read_text()[-4:], (base / "a.txt").rename(base / "z.txt").name, (base / "a.txt").exists())
    for folder, folders, files in sorted(base.walk()):
        print(folder.relative_to(base).as_posix(), sorted(folders), sorted(files))
    for work in (
        lambda: (base / "none").read_text(),
        lambda: (base / "docs").mkdir(),
        lambda: (base / "x" / "y").mkdir(),
        lambda: (base / "docs").rmdir(),
        lambda: (base / "none").unlink(),
        lambda: (base / "docs").read_text(),
        lambda: list((base / "z.txt").iterdir()),
    ):
        try:
            print(work())
        except OSError as error:
            print(type(error).__name__, error.errno, error.strerror, Path(error.filename).name)
    (base / "none").unlink(missing_ok=True)
    (base / "docs").mkdir(exist_ok=True)
    (base / "docs" / "old" / "d.md").unlink()
    (base / "docs" / "old").rmdir()
    print(sorted(p.name for p in (base / "docs").iterdir()))
print(base.exists())
