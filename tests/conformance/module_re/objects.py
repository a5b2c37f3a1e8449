# Patterns, matches and flags as objects.
import copy
import re
import weakref

print(re.compile("a"), re.compile("a", re.I | re.M), re.compile(b"a"), re.compile("(?sx)a"), re.compile("a", re.A))
print(re.compile("x" * 300))
print(re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), re.compile("a") == re.compile(b"a"))
print(hash(re.compile("a")) == hash(re.compile("a")), len({re.compile("a"), re.compile("a"), re.compile("b")}))
print(re.compile("a") is re.compile("a"), re.compile(re.compile("a")) is re.compile("a"))
p = re.compile("(a)(?P<n>b)")
m = p.match("ab")
print(copy.copy(p) is p, copy.deepcopy(m) is m, weakref.ref(p)() is p)
print(re.Pattern, re.Match, type(p) is re.Pattern, isinstance(m, re.Match), re.Pattern[str], re.Match[bytes])
print(m, re.match(b"a", b"ab"), re.match("가+", "가가나"))
print(p.groupindex, dict(p.groupindex), re.compile("a").groupindex)
try:
    p < p
except TypeError as e:
    print(e)

print(re.I, re.IGNORECASE, repr(re.I | re.M), re.RegexFlag(0), re.NOFLAG, re.I is re.IGNORECASE, re.RegexFlag.DOTALL)
print(int(re.I | re.S), re.I & re.M, ~re.I & re.X, re.compile("a", re.I).flags, re.RegexFlag(34))
print(f"{re.I}", str(re.VERBOSE), [flag.name for flag in re.RegexFlag])
print(re.error is re.PatternError, re.error.__name__, re.error.__module__, issubclass(re.error, Exception))
print(sorted(re.__all__))

re.purge()
re.compile("^a+(b|c)?$", re.DEBUG)


class Words(re.Scanner):
    pass


scanner = Words([
    (r"[a-z_]\w*", lambda s, token: ("name", token)),
    (r"\d+\.\d*", lambda s, token: ("float", float(token))),
    (r"\d+", lambda s, token: ("int", int(token))),
    (r"=|\+|-|\*|/", lambda s, token: ("op", token)),
    (r"\s+", None),
])  # fmt: skip
print(scanner.scan("sum = 3*foo + 312.50+bar !"))
