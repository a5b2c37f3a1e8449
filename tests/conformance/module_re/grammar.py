# Every construct of the pattern language, each on texts it takes and texts it does not.
import re

CASES = [
    # characters and sets
    (r".", "a\n"), (r"(?s).", "\n"), (r"[abc]+", "xcabd"), (r"[^abc]+", "abxyc"), (r"[a-f0-9]+", "zz0beef"),
    (r"[]a]+", "a]b"), (r"[^]a]", "]ab"), (r"[a\-z]+", "b-az"), (r"[-az]+", "b-z"), (r"[\w.]+", "!a.b_1!"), (r"[\D]+", "1a2"),
    (r"\d+\D\s\S\w\W", "12x y_!"), (r"\.\*\\", r".*\ "), (r"\x41\u0042\101", "ABA"), (r"\a\f\n\r\t\v", "\a\f\n\r\t\v"),
    (r"[\b]", "\b"), (r"\07", "\7"), (r"[^\W\d_]+", "12ab_"),
    # places
    (r"^b", "a\nb"), (r"(?m)^b", "a\nb"), (r"a$", "a\n"), (r"a\Z", "a\n"), (r"(?m)a$", "a\nb"), (r"\Ab", "a\nb"),
    (r"\bcat\b", "concat cat"), (r"\Bcat", "concat cat"), (r"\b", ""), (r"\B", "ab"),
    # repeats
    (r"a*", "aaa"), (r"a+?", "aaa"), (r"a??b", "ab"), (r"a{2}", "aaa"), (r"a{2,}", "aaaa"), (r"a{,2}", "aaaa"),
    (r"a{1,2}?", "aaa"), (r"a{x}", "a{x}"), (r"x{", "x{"), (r"<.+>", "<a><b>"), (r"<.+?>", "<a><b>"), (r"(?:ab){2,3}", "abababab"),
    (r"(?:ab){2,3}?", "abababab"), (r"(ab|a)*b", "aabab"), (r"(?:a|ab)(?:c|bcd)d*", "abcd"), (r"(a*)*", "b"), (r"(a*)+", "aab"),
    (r"(?:a?)*?b", "aab"), (r"(|a)+", "aaa"), (r"(?:(?:a|b)*c)*", "abcbacab"), (r"(?:a{2}){2}", "aaaaa"),
    # possessive and atomic
    (r"a++b", "aaab"), (r"a*+a", "aaa"), (r"a?+a", "a"), (r"(?:ab)++c", "ababc"), (r"(?:a|ab)++c", "abc"), (r"(?>a+)b", "aab"),
    (r"(?>a|ab)c", "abc"), (r"a{1,2}+a", "aa"), (r"(?>(a)|b)+", "abab"), (r"\w++\s", "word "),
    # groups
    (r"(a)(?:b)(c)", "abc"), (r"(?P<n>a)(?P=n)", "aa"), (r"(a|b)\1", "abba"), (r"((a)\2)+", "aaaa"), (r"(?i)(a)\1", "aA"),
    (r"(<)?a(?(1)>|$)", "<a>"), (r"(<)?a(?(1)>|$)", "a"), (r"(<)?a(?(1)>|$)", "<a"), (r"(?P<q>')?x(?(q)')", "'x'"), (r"(a)?(?(1)b)", "c"),
    (r"a(?#a comment)b", "ab"), (r"(?x) a  b # words" "\n" r" [ ] c", "ab c"),
    # looking round
    (r"a(?=b)", "acab"), (r"a(?!b)", "abac"), (r"(?<=b)a", "aba"), (r"(?<!b)a", "baa"), (r"(?=(a+))a*b\1", "baaabac"),
    (r"(?<=(?:a|b)c)d", "acd"), (r"(?<!ab)c", "abc c"), (r"(?!)", "a"), (r"(?=.*\d)(?=.*[a-z]).{4,}", "ab1cd"), (r"(?<=\$)\d+(?:\.\d\d)?", "cost $12.50"),
    (r"^(?!.*--)[a-z-]+$", "a--b"), (r"(?:(?=(\w))\w)+", "xyz"),
    # flags
    (r"(?i)straße", "STRAßE"), (r"(?i:a)b", "Ab"), (r"(?i:a)b", "AB"), (r"(?i)(?-i:a)b", "aB"), (r"(?a)\w+", "naïve"), (r"\w+", "naïve"),
    (r"(?i)[k-l]", "\u212a"), (r"(?i)[^a-c]", "B"), (r"(?ia)k", "\u212a"), (r"(?i)ſ", "S"), (r"(?s-i:.)", "\n"), (r"(?im)^B$", "a\nb\nc"),
]  # fmt: skip
for pattern, text in CASES:
    m = re.search(pattern, text)
    print(f"{pattern!r:44} {text!r:16}", m and (m.span(), m.group(), *m.groups()))

BAD = [
    "(", ")", "(?P<n>a", "[a", "a**", "*a", "a{2,1}", "(?P<1>a)", "(?P<n>a)(?P<n>b)", r"\1", r"(a)\2", "(?P=n)", "(?(1)a)", "(?(1)a|b|c)()",
    "(?<=a*)b", "(?i", "(?z)", "(?-i)", "(?i-i:a)", "a(?i)b", "[z-a]", r"[\w-a]", r"\q", "\\", r"\x1", r"\u12", r"[\8]", "(?<a)", "(?P", "(?Px)",
    "a++*", "(?P<a-b>x)", "(?:a", "(?#x", "x{1,2}{3}", r"\400", "[[:a", "(?a)(?L)x", "(?au)x", "a\n  (b", "(?(a-b)c)", "(?(99)c)", "(?",
]  # fmt: skip
for pattern in BAD:
    try:
        re.compile(pattern)
        print(repr(pattern), "compiles")
    except re.error as e:
        print(repr(pattern), "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(repr(pattern), type(e).__name__, e)
for flags in (re.L, re.A | re.U):
    try:
        re.compile("a", flags)
    except ValueError as e:
        print(e)
