# Strings at work: palindromes, anagrams, run lengths, Caesar, Roman numerals, justified text.
from itertools import groupby


def palindrome(text):
    letters = [c for c in text.casefold() if c.isalnum()]
    return letters == letters[::-1]


def roman(n):
    text = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        text += sign * count
    return text


def pack(text):
    return "".join(f"{n}{c}" if (n := len(list(g))) > 1 else c for c, g in groupby(text))


def unpack(text):
    out, digits = [], ""
    for c in text:
        if c.isdigit():
            digits += c
        else:
            out.append(c * int(digits or 1))
            digits = ""
    return "".join(out)


def justify(text, width):
    line = []
    for word in text.split() + [None]:
        if word is None:
            yield " ".join(line)
        elif sum(map(len, line)) + len(line) + len(word) > width:
            gaps, spaces = max(1, len(line) - 1), width - sum(map(len, line))
            yield "".join(w + " " * (spaces // gaps + (i < spaces % gaps)) for i, w in enumerate(line)).strip()
            line = [word]
        else:
            line.append(word)


print([palindrome(t) for t in ("A man, a plan, a canal: Panama!", "Python", "", "Été")], [roman(n) for n in (4, 9, 1994, 2024, 3999)])
print(pack("aaabccdddd"), unpack(pack("aaabccdddd")) == "aaabccdddd", "".join(sorted("listen")) == "".join(sorted("silent")))
print(*justify("The quick brown fox jumps over the lazy dog and runs away", 18), sep="|\n")
text = "one Two three"
print(text.title(), text.swapcase(), " ".join(w[::-1] for w in text.split()), " ".join(text.split()[::-1]), text.replace("e", "3", 2), "".join(c for c in text if c.lower() not in "aeiou"))
print("snake_case_name".split("_")[0] + "".join(w.capitalize() for w in "snake_case_name".split("_")[1:]), "".join("_" + c.lower() if c.isupper() else c for c in "camelCaseName"), "hello".center(11, "*"), "7".rjust(3, "0"), "a,b;c".replace(";", ",").split(","))
print(max("the longest word".split(), key=len), {w: text.count(w) for w in "et"}, "abc" < "abd", "Z" < "a", "abc".find("z"), "x".join("123"), f"{'tab\tbed'.expandtabs(8)}", "ß".upper(), "ﬁ".casefold(), len("e\u0301"), ascii("é"))
