"""What cannot be pickled, and what is no pickle."""
import os
import pickle
import tempfile
import threading

os.chdir(tempfile.mkdtemp())


def outer():
    class Local:
        pass

    return Local()


def generator():
    yield


attempts = {
    "lambda": lambda: 1,
    "local object": outer(),
    "generator": generator(),
    "lock": threading.Lock(),
    "module": pickle,
    "file": open("kept.txt", "w"),
}
for name, value in attempts.items():
    try:
        pickle.dumps(value)
    except Exception as error:
        text = str(error)
        print(name, "|", type(error).__name__, "|", text if " at 0x" not in text else text[: text.index(" at 0x")])

for data in (b"", b"not a pickle", b"\x80\x04", b"\x80\x63.", pickle.dumps([1, 2])[:-2]):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, "|", type(error).__name__, "|", error)

with open("numbers.pickle", "wb") as file:
    pickle.dump({"a": 1}, file)
    pickle.dump([2, 3], file, protocol=0)
with open("numbers.pickle", "rb") as file:
    print(pickle.load(file), pickle.load(file))
    try:
        pickle.load(file)
    except EOFError as error:
        print("EOFError:", error)
print(pickle.dumps([1, "a", None], 0))
print(pickle.dumps({"k": (1, 2.5)}, 2))
print(pickle.dumps("x" * 3, 4))
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
