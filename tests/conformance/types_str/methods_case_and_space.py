# str: case, stripping, padding, expanding.
for s in ("hello World", "straße", "ǅ", "ÉCOLE", "i̇", "they're bill's", "x1y2", "안녕 Mina"):
    print([s.upper(), s.lower(), s.capitalize(), s.title(), s.swapcase(), s.casefold()])
s = "  \t padded text \n"
print([s.strip(), s.lstrip(), s.rstrip()])
print(["xxhixx".strip("x"), "xyhiyx".strip("xy"), "xxhixx".lstrip("x"), "xxhixx".rstrip("x"), "abc".strip(""), "mississippi".strip("ipm")])
print(["ab".center(7, "*"), "ab".center(6), "abc".center(6, "-"), "ab".ljust(5, "."), "ab".rjust(5), "ab".center(1)])
print(["42".zfill(5), "-42".zfill(5), "+42".zfill(6), "".zfill(2), "abc".zfill(2)])
print(["a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "\t\n\tx".expandtabs(2), "가\tb".expandtabs(4)])
print("a-b_c".translate({ord("-"): "+", ord("_"): None, ord("a"): "AA"}))
table = str.maketrans("abc", "xyz", "d")
print(table, "abcd dcba".translate(table), "x".translate(str.maketrans({"x": "yy"})))
for work in (lambda: "x".center("5"), lambda: "x".center(5, "ab"), lambda: "x".strip(5), lambda: "x".zfill("3"), lambda: str.maketrans("ab", "c")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
