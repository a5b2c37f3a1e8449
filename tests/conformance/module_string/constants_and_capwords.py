# Constants of string, capwords, and alphabets built from them.
import string

for name in ("ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "punctuation", "whitespace"):
    print(name, repr(getattr(string, name)))
print(len(string.printable), string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase)
print(string.capwords("  the quick-brown  fOX "), "|", string.capwords("a,b,c", ","), "|", "they're bill's".title(), "|", string.capwords("they're bill's"))


def caesar(text, shift):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    table = str.maketrans(lower + upper, lower[shift:] + lower[:shift] + upper[shift:] + upper[:shift])
    return text.translate(table)


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))


def is_pangram(text):
    return set(string.ascii_lowercase) <= set(text.lower())


def to_base(number, base):
    alphabet = string.digits + string.ascii_lowercase
    digits = ""
    while number:
        number, rest = divmod(number, base)
        digits = alphabet[rest] + digits
    return digits or "0"


print(is_pangram("The quick brown fox jumps over the lazy dog"), is_pangram("abc"))
print(to_base(255, 16), to_base(255, 2), to_base(10**12, 36), int(to_base(10**12, 36), 36))
print("a!b?c.".translate(str.maketrans("", "", string.punctuation)), "".join(c for c in "r2d2 c3po" if c in string.digits))
