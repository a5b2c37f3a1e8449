"""What the built-in functions say about arguments that they cannot use."""

calls = """
len(5) | len() | len(1, 2) | abs("a") | divmod(1, 0) | divmod("a", 1) | pow(2, -1, 0) | pow("a", 2) | round("a") | round(1.5, "a")
hex(1.5) | bin("a") | oct([]) | chr("a") | chr(-1) | chr(1114112) | ord("ab") | ord(1) | ord(b"ab") | sum(["a"]) | sum([[1]], "") | sum(5)
max() | max([]) | max(1) | min("") | max(1, "a") | max([1, None]) | max(1, 2, default=3) | min([], default=0) | sorted(5) | sorted([1, "a"])
all(1) | any(1) | map() | map(1) | list(map(1, [2])) | filter(1) | list(filter(5, [1])) | zip(1) | list(zip([1], [2, 3], strict=True))
enumerate(5) | enumerate([], "a") | reversed(1) | reversed({1}) | iter(1) | iter(1, 2) | next([]) | next(iter([])) | next(iter([]), "default")
isinstance(1, "a") | isinstance(1, (int, "a")) | isinstance(1) | issubclass(1, int) | issubclass(int, 5) | callable() | hash([]) | hash({})
getattr(1) | getattr(1, "nope") | getattr(1, 2) | setattr(1, 2) | setattr(1, "a", 3) | delattr(1, "a") | hasattr(1, 2) | vars(1) | dir(1, 2)
int("a b") | int("12", 1) | int("12", 2) | int([]) | int(None) | int("1.5") | int(float("nan")) | int(float("inf")) | int("10", 2.5) | int(1, 2)
float("x") | float("") | float([]) | complex("a") | complex(1, "a") | complex("1 + 2j") | bool(1, 2) | str(1, 2) | str(b"a", "nope")
list(5) | tuple(None) | set([[]]) | dict([1]) | dict([(1, 2, 3)]) | dict(5) | dict(["ab", "c"]) | frozenset(1) | bytes("a") | bytes([256]) | bytes(-1)
bytearray([1, "a"]) | memoryview("a") | range("a") | range(1.5) | range() | range(1, 2, 0) | slice() | object(1) | type(1, 2) | super() | property(1, 2, 3, 4, 5)
format(1, "q") | format("a", "d") | format([], "d") | format(1.5, "x") | ascii() | repr() | id() | print(1, sep=5) | print(1, end=5) | print(1, ends="")
eval("1 +") | eval(5) | exec(5) | compile("1", "f", "x") | __import__("no_such_module") | open("no_such_file") | input(1, 2) | globals(1) | staticmethod() | classmethod(1, 2)
"""
for text in calls.replace("\n", " | ").split(" | "):
    text = text.strip()
    if not text:
        continue
    try:
        result = eval(text)
        print(text, "=", result if not hasattr(result, "__next__") else type(result).__name__)
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)
