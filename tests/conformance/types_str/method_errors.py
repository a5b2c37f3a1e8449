"""What the methods of str and bytes say about arguments that they cannot use."""

calls = """
"a" + 1 | 1 + "a" | "a" - "b" | "a" * "b" | "a" * 1.5 | "a" % 1 | "%d" % "a" | "%s %s" % 1 | "%s" % (1, 2) | "%z" % 1 | "%" % 1 | "%(a)s" % 1 | "%(a)s" % {}
"a" < 1 | 1 in "a" | "abc"["a"] | "abc"[5] | "abc"[1.0] | "abc"[None] | "abc"[::0] | -"a" | "a"() | "a".nope | "a".join(1) | "a".join([1]) | "a".join(["b", None])
"a".split("") | "a".split(1) | "a".split("b", "c") | "a".replace(1, 2) | "a".replace("a") | "a".index("b") | "a".rindex("b") | "a".find(1) | "a".count() | "a".count(1)
"a".center("x") | "a".center(5, "ab") | "a".ljust(5, 1) | "a".zfill("x") | "a".startswith(1) | "a".startswith(["a"]) | "a".endswith((1,)) | "a".strip(1) | "a".partition("") | "a".partition(1)
"a".encode("nope") | "é".encode("ascii") | "é".encode("ascii", "nope") | "\\ud800".encode() | "a".encode(1) | "a".translate() | "a".translate(5) | str.maketrans("ab", "c") | str.maketrans({"ab": 1}) | str.maketrans(5)
"{}".format() | "{0} {1}".format(1) | "{a}".format(b=1) | "{:d}".format("a") | "{!x}".format(1) | "{".format() | "}".format() | "{} {0}".format(1, 2) | "{0.x}".format(1) | "{0[a]}".format([1]) | "{:>{w}}".format(1)
"a".upper(1) | "a".title(x=1) | "a".isdigit(1) | "a".splitlines(x=1) | "a".expandtabs("x") | "a".removeprefix(1) | "a".casefold(1) | "a".format_map(5) | "{x}".format_map({})
b"a" + "a" | "a" + b"a" | b"a".join(["a"]) | b"\\xff".decode() | b"\\xff".decode("ascii") | b"a".decode("nope") | b"a"["x"] | b"a".split(1) | b"a".find("a") | b"abc".index(b"z") | b"a".replace("a", b"b") | bytes.fromhex("abc") | bytes.fromhex("zz") | bytes.fromhex(5)
f"{1:x}{1.5:d}" | f"{None:5}" | f"{[]:>5}" | f"{'a':d}" | f"{1:5.5d}" | f"{1:,s}" | f"{1.5:,x}" | f"{3:c}" | f"{-1:c}" | f"{'a':=5}" | f"{1:1000000000000000000000}" | f"{'a':+}" | f"{1!r:d}" | f"{1:#s}"
int("0x1f", 16) | int("1_000") | int("1__0") | int("_1") | int(" 12 ") | int("１２") | float("1_0.5") | float("nan") | float(" -inf ") | float("1e400") | complex("1+2j") | complex(" 1j ")
"""
for text in calls.replace("\n", " | ").split(" | "):
    text = text.strip()
    if not text:
        continue
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)
