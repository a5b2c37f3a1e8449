# sub, subn, split, expand, escape.
import re

print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world, good day"))
print(re.sub(r"(?P<first>\w)(?P<rest>\w*)", r"\g<rest>\g<first>\g<1>ay", "pig latin"))
print(re.sub("a", "b", "banana", count=2), re.subn("a", "", "banana"), re.sub("x", "y", "abc"))
print(re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.sub(r"\b", "|", "to be"), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "3 apples and 14 pears"))
print(re.sub("[aeiou]", lambda m: None, "vowels"), re.sub(".", r"\n\t\\", "x") == "\n\t\\", re.sub("x", r"\0a\101", "x"))
print(re.sub("(?i)b+", lambda m: f"<{m.span()}{m[0]}>", "aBbcb"))
seen = []
print(re.sub(r"(\d)", lambda m: seen.append(m) or m.group(1) + m.group(1), "a1b2"), seen)

# A function that replaces may itself match.
print(re.sub(r"\w+", lambda m: re.sub("[a-m]", lambda n: n[0].upper(), m[0]), "some words here"))

TABLE = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
print(re.sub("[<>&]", lambda m: TABLE[m[0]], "a < b && c > d"))

print(re.split(r"[\s,;]+", "one, two;three  four"))
print(re.split(r"(-)|(\+)", "1-2+3"), re.split("-", "a-b-c", maxsplit=1), re.split("x*", "axbc"), re.split("(x*)", "axb"))
print(re.split(r"\b", "to be"), re.split("a", ""), re.split("", "ab"), re.split("-", "abc", maxsplit=-1))

m = re.match(r"(?P<user>\w+)@(\w+)(\.com)?", "ann@site")
print(m.expand(r"\g<user> at \2\3 \g<0>"), repr(m.expand(r"\n\x".replace(r"\x", ""))))

for text in ("a.b*c", "1+1=2", "tab\tnew\n", "ünï-_~ #&", ""):
    print(repr(re.escape(text)), re.fullmatch(re.escape(text), text) is not None)
print(re.escape(b"a.b\xff"))


def attempt(what):
    try:
        print(repr(what()))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: re.sub("a", r"\1", "a"))
attempt(lambda: re.sub("(a)", r"\g<2>", "a"))
attempt(lambda: re.sub("(a)", r"\g<n>", "a"))
attempt(lambda: re.sub("(a)", r"\g<", "a"))
attempt(lambda: re.sub("(a)", r"\q", "a"))
attempt(lambda: re.sub("(a)", "\\", "a"))
attempt(lambda: re.sub("a", 5, "a"))
attempt(lambda: re.sub("a", lambda m: 5, "xa"))
attempt(lambda: re.sub("a", lambda m: 1 // 0, "a"))
attempt(lambda: re.sub("a", b"x", "a"))
attempt(lambda: re.compile("a").sub("x"))
attempt(lambda: re.compile("a").split("xay", 1, 2))
