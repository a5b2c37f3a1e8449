"""shelve and dbm: objects and bytes kept in files."""
import dbm
import os
import shelve
import tempfile

os.chdir(tempfile.mkdtemp())

with shelve.open("box") as box:
    box["numbers"] = [1, 2, 3]
    box["person"] = {"name": "Ada", "born": 1815}
    box["numbers"].append(4)
    print(sorted(box), box["numbers"], "person" in box, len(box))
with shelve.open("box", writeback=True) as box:
    box["numbers"].append(4)
    del box["person"]
with shelve.open("box", flag="r") as box:
    print(dict(box), box.get("person", "gone"))
box = shelve.open("box")
box.close()
try:
    box["numbers"]
except ValueError as error:
    print(error)

with dbm.open("plain", "n") as db:
    db["key"] = "value"
    db[b"bytes"] = b"\x00\xff"
    print(db["key"], db[b"key"], sorted(db.keys()), "key" in db, db.get("nothing"), db.setdefault("more", b"m"))
    db["key"] = "x" * 2000
    print(len(db["key"]), len(db))
with dbm.open("plain", "r") as db:
    print(db["bytes"], len(db["key"]))
try:
    dbm.open("not there", "r")
except dbm.error:
    print("no such database")
