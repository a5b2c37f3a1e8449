import re

CASES = [
    (r"a*?b", "aaab"), (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"(?<=x)y", "xy"), (r"(?<!x)y", "xy zy"), (r"a(?!b)", "abac"),
    (r"(a)?b(?(1)c|d)", "abc bd"), (r"(?i)HELLO", "say hello"), (r"^b", "a\nb"), (r"(?m)^b", "a\nb"), (r"a.b", "a\nb"),
    (r"(?s)a.b", "a\nb"), (r"\bword\b", "a word here"), (r"[^\W\d_]+", "12 가나다_"), (r"[a-c-]+", "--abc"), (r"(\w)\1", "hello"),
    (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' now"), (r"a{2,3}", "aaaa"), (r"a{,2}b", "aab"), (r"(?>a+)b", "aaab"), (r"a++b", "aaab"),
    (r"\A\d+\Z", "123"), (r"(?x) a  # one\n b", "ab"), (r"\u0041\x42\103", "ABC"), (r"(?a:\w+)", "é1"), (r"(?:(a)|b)*", "ab"),
    (r"(x+x+)+y", "xxxxxxxxxxxxxy"), (r"(?=.*\d)(?=.*[a-z]).{4,}", "abc1"), (r"$", "ab\n"), (r"", "abc"), (r"[\]\\]", "]"),
]
for pattern, subject in CASES:
    found = re.search(pattern, subject)
    print(f"{pattern!r:40} {found and (found.span(), found.group(), found.groups())}")

for broken in ["(", ")", "[a", "*a", "a**", "(?P<1>a)", "(?P<n>a)(?P<n>b)", "\\", "(?<=a+)b", "a{3,2}", "(?z)", r"\1", "[z-a]", "(?P=x)", r"\g"]:
    try:
        re.compile(broken)
        print(repr(broken), "compiles")
    except re.error as error:
        print(repr(broken), "->", error, error.pos, error.lineno, error.colno)

print(re.compile("a", re.I | re.M), repr(re.compile(b"\\d")), re.I, re.I | re.S)
print(re.findall(rb"\d+", b"1 22 333"), re.sub(b"a", b"b", b"banana"))
try:
    re.search("a", b"a")
except TypeError as error:
    print(error)
