# Patterns as tutorials use them.
import re
from collections import Counter, namedtuple

Token = namedtuple("Token", "type value line column")


def tokenize(code):
    keywords = {"IF", "THEN", "ENDIF"}
    specification = [
        ("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"),
        ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r"."),
    ]  # fmt: skip
    line, line_start = 1, 0
    for mo in re.finditer("|".join("(?P<%s>%s)" % pair for pair in specification), code):
        kind, value, column = mo.lastgroup, mo.group(), mo.start() - line_start
        if kind == "NUMBER":
            value = float(value) if "." in value else int(value)
        elif kind == "ID" and value in keywords:
            kind = value
        elif kind == "NEWLINE":
            line_start, line = mo.end(), line + 1
            continue
        elif kind == "SKIP":
            continue
        elif kind == "MISMATCH":
            raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, column)


for token in tokenize("IF x THEN\n  total := total + price * 1.5;\nENDIF;"):
    print(token)

EMAIL = re.compile(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$")
for address in ("ann@example.com", "a.b+c@sub.site.org", "no@dots", "two@@x.y", "@x.y"):
    print(address, bool(EMAIL.match(address)))
URL = re.compile(r"(?P<scheme>https?)://(?P<host>[^/:\s]+)(?::(?P<port>\d+))?(?P<path>/[^?#\s]*)?(?:\?(?P<query>[^#\s]*))?")
print(URL.match("https://example.com:8080/a/b?x=1&y=2#top").groupdict())
print(re.findall(r"https?://\S+", "see http://a.b/c and https://d.e, ok"))
IPV4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}")
print([bool(IPV4.fullmatch(a)) for a in ("192.168.0.1", "256.1.1.1", "1.2.3", "1.2.3.4.")])
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower(), re.sub(r"_([a-z])", lambda m: m[1].upper(), "some_snake_name"))
print(re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", ",", "1234567 and 890"), " ".join(re.findall(r"[A-Z][^A-Z]*", "SplitTheseWords")))
print(Counter(re.findall(r"\w+", "the cat and the dog and the bird".lower())).most_common(2))
print(re.match(r"(?P<h>\d{1,2}):(?P<m>\d\d)(?:\s*(?P<half>[ap]m))?$", "9:05 pm", re.I).groupdict())
print(re.sub(r"\s+", " ", "  too   many\n spaces ").strip(), re.sub(r"<[^>]+>", "", "<p>Hello <b>you</b></p>"))
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
print(QUOTED.findall(r'say "hi", "a \"quoted\" word" and ""'))
print(re.findall(r"(\d+)(?:px|em)", "width: 10px; margin: 2em 3%"), re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))
print(re.search(r"\b(\w+)\s+\1\b", "this is is a test").group(), re.findall(r"^(\w+):", "a: 1\nb: 2\n c: 3", re.M))
ROMAN = re.compile(r"^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
print([bool(ROMAN.match(r)) for r in ("MCMXCIV", "IIII", "XLII", "")])
match re.fullmatch(r"(\w+)-(\d+)", "item-42"):
    case re.Match() as found:
        print("matched", found.groups())
if (m := re.search(r"\d+", "room 101")) is not None:
    print(m.group(), m.span())
