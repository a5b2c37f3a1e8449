"""Names of characters, both ways, and in string literals."""
import unicodedata

for c in "aÅ€☃안中😀½ \u0301\u200d\U0001f6cf":
    print(f"U+{ord(c):04X}", unicodedata.name(c))
for name in ("SNOWMAN", "greek small letter alpha", "HANGUL SYLLABLE HAN", "CJK UNIFIED IDEOGRAPH-6F22", "BED", "LINE FEED", "nbsp", "Digit Five"):
    c = unicodedata.lookup(name)
    print(name, ascii(c), f"U+{ord(c):04X}")
print(ascii(unicodedata.lookup("KEYCAP DIGIT ONE")))
print("\N{SNOWMAN} \N{LATIN SMALL LETTER E WITH ACUTE} \N{bullet} \N{EM DASH} \N{GRINNING FACE}", "\N{GREEK CAPITAL LETTER PI}", len("\N{BELL}"))
print(f"{'x'}\N{MULTIPLICATION SIGN}{2}", r"\N{SNOWMAN}", "\\N{SNOWMAN}")
print("naïve ☃".encode("ascii", "namereplace"))
for bad in (r'"\N{NO SUCH NAME}"', r'"\N{}"', r'"\N"', r'"ab\N{SNOWMAN"', r'"\N{KEYCAP DIGIT ONE}"'):
    try:
        eval(bad)
    except SyntaxError as error:
        print(bad, error.msg)
print(unicodedata.name("\n", "no name"), unicodedata.name("\ue000", None))
for call in (lambda: unicodedata.name("\x00"), lambda: unicodedata.name("ab"), lambda: unicodedata.lookup("nobody"), lambda: unicodedata.name(65)):
    try:
        print(call())
    except (ValueError, TypeError, KeyError) as error:
        print(type(error).__name__, error)
