# str: indexing, slicing, comparing, repeating, iterating, hashing.
s = "안녕 hello 🎉"
print(len(s), s[0], s[-1], s[1:4], s[::-1], s[-3:], s[100:], s[::2], s[5:2], s[5:2:-1])
print([c for c in s[:4]], list(enumerate("ab")), list(reversed("abc")), sorted("banana"), set("aaa"))
print("a" < "b", "a" < "B", "abc" < "abd", "abc" < "abcd", "" < "a", "Z" < "a", "가" < "나", "é" > "z")
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" "b", "con" + "cat")
print(max("hello"), min("hello"), "".join(sorted("hello", reverse=True)), sum(map(ord, "abc")))
print("abc" == "abc", "abc" != "abd", "1" == 1, hash("x") == hash("x"))
print(str(5), str(None), str([1, "a"]), str(b"x", "utf-8"), str(object="kw"), str())
print("é" == "e\u0301", len("é"), len("e\u0301"), len("👨‍👩‍👧"))
a, b, c = "xyz"
print(a, b, c, *"pq")
t = "immutable"
for work in (lambda: t[100], lambda: t["a"], lambda: t[1.5], lambda: t + 5, lambda: t * "x", lambda: t * 1.5, lambda: t < 5, lambda: t[::0], lambda: t.__setitem__(0, "x"), lambda: t - "x"):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
try:
    t[0] = "x"
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
