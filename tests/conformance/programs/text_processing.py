# Word counts, ciphers, tables, wrapping, palindromes, roman numerals.
from collections import Counter

TEXT = """The loop runs what is ready. What is ready runs to its next await;
then the loop runs the next. 루프는 준비된 것을 실행한다. Nothing else runs!"""
words = "".join(c.lower() if c.isalnum() or c.isspace() else " " for c in TEXT).split()
counts = Counter(words)
for word, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:6]:
    print(f"{word:<8}{'#' * n} {n}")
print(len(words), len(set(words)), max(words, key=len), sorted({len(w) for w in words}))


def caesar(text, shift):
    def move(c):
        if c.isascii() and c.isalpha():
            base = ord("A") if c.isupper() else ord("a")
            return chr((ord(c) - base + shift) % 26 + base)
        return c

    return "".join(map(move, text))


secret = caesar("Hello, World! 안녕", 3)
print(secret, caesar(secret, -3))


def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


for line in wrap(TEXT, 30):
    print(f"|{line:<30}|{line:^30}|{line:>30}|")


def roman(n):
    out = ""
    for value, letters in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += letters * count
    return out


print([roman(n) for n in (1, 4, 9, 14, 1999, 2026)])
for s in ("A man, a plan, a canal: Panama", "기러기", "python"):
    clean = [c.lower() for c in s if c.isalnum()]
    print(s, clean == clean[::-1])
rows = [("name", "price", "stock"), ("apple", 1.5, 10), ("kiwi", 0.25, 1200), ("watermelon", 12, 3)]
widths = [max(len(str(r[i])) for r in rows) for i in range(3)]
for r in rows:
    print(" | ".join(f"{c:<{w}}" if isinstance(c, str) else f"{c:>{w}}" for c, w in zip(r, widths)))
csv = 'a,"b, with comma",c\n1,,"say ""hi"""'
for line in csv.splitlines():
    fields, field, quoted, i = [], "", False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"' and line[i + 1 : i + 2] == '"':
                field += '"'
                i += 1
            elif c == '"':
                quoted = False
            else:
                field += c
        elif c == '"':
            quoted = True
        elif c == ",":
            fields.append(field)
            field = ""
        else:
            field += c
        i += 1
    print([*fields, field])
print(*(" ".join(w[::-1] for w in "hello event loop".split()), "abc".translate({97: "x"}), "{:b}".format(ord("a"))), sep="\n")
