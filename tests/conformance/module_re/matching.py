# What a pattern finds: the three ways of matching, groups and positions.
import re

LOG = "2024-03-05 09:15:07 WARN disk 91% full on node-7"
entry = re.compile(r"(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>[A-Z]+) (?P<text>.*)")
m = entry.match(LOG)
print(m)
print(m.groups())
print(m.groupdict())
print(m["level"], m[3], m.group("date", "text"))
print(m.span("time"), m.start(3), m.end("text"), m.regs)
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.re is entry, m.string is LOG)
print(entry.groups, entry.groupindex, entry.flags, entry.pattern[:20])
print(entry.match("no"), bool(m))

print(re.match("b", "abc"), re.search("b", "abc"), re.fullmatch("ab", "abc"), re.fullmatch("ab|abc", "abc"))
p = re.compile("^a|b$")
print(p.search("ba", 1), p.search("ab", 0, 1), p.match("ba", 1), p.search("xbx", 0, 2))
print(re.compile(r"(?<=x)y").match("xy", 1), re.compile("").match("abc", 2, 1))
for text in ("", "a", "ab", "aab", "b"):
    print(repr(text), [re.fullmatch(q, text) is not None for q in ("a*b?", "(a|b)*", "a{1,2}b", "a??b??")])

# Groups that took no part, groups that matched again.
print(re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)|(b)", "b").groups("-"))
print(re.match(r"(?:(a)|(b))*", "abab").groups(), re.match(r"((a)|b)*", "ab").groups())
print(re.match(r"(a(b)?)+", "aba").groups(), re.match(r"(\w)+", "xyz").group(1), re.match("(?P<x>a)?(b)", "b").groupdict())
print(re.match(r"(((a)b)c)d?", "abc").lastindex, re.match(r"(a)(b)?", "a").lastindex)

# Empty matches, one after another.
print(re.findall("x*", "axxb"), [m.span() for m in re.finditer("x*", "axxb")])
print(re.findall("", "ab"), re.findall(r"\b", "to be"), re.findall(r"$", "a\n"))
print(re.findall(r"(\w)(\d)?", "a1b"), re.findall(r"(?:\w)(\d)?", "a1b"))

it = re.finditer(r"\w+", "one two three")
print(next(it).group(), [m.group() for m in it])
scanner = re.compile(r"\d").scanner("1a23")
print(scanner.match(), scanner.match(), scanner.match(), scanner.pattern)
scanner = re.compile(r"\d").scanner("1a23")
print(scanner.search(), scanner.search(), scanner.search(), scanner.search())


def attempt(what):
    try:
        print(repr(what()))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: m.group(9))
attempt(lambda: m["nope"])
attempt(lambda: m.start(-1))
attempt(lambda: re.match("a", 5))
attempt(lambda: re.match("a", b"a"))
attempt(lambda: re.match(b"a", "a"))
attempt(lambda: re.match(5, "a"))
attempt(lambda: p.match("a", "0"))
attempt(lambda: p.match())
attempt(lambda: type(p)())
attempt(lambda: m.span(1, 2))
attempt(lambda: re.compile(p, re.I))

# Positions beyond the end that is given.
for pattern in ("", "()", "(c|)", "a*", "x??", "$", r"\b", "(?<=b)", ".?"):
    q = re.compile(pattern)
    print(repr(pattern), q.match("abc", 2, 1), q.fullmatch("abc", 2, 1), q.search("abc", 2, 1), q.findall("abc", 3, 0), q.match("abc", 9, -9))
