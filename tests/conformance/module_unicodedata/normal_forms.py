"""normalize(): composed and decomposed text, and what programs do with it."""
import unicodedata

samples = ["é", "e\u0301", "ñandú", "ﬁle²", "Å\u212b", "한글", "\u1112\u1161\u11ab", "①½™", "a\u0327\u0301", "a\u0301\u0327", "\u1e9b\u0323", "ｶﾞ", "q\u0307\u0323", "plain"]
for text in samples:
    print(ascii(text))
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        result = unicodedata.normalize(form, text)
        print("  ", form, ascii(result), len(result), unicodedata.is_normalized(form, text))


def without_accents(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def slug(text):
    plain = without_accents(text).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


print(without_accents("Crème brûlée, São Tomé, Łódź, Ångström"))
print(slug("  Où est l'hôtel — n° 5?  "))
print("café" == "cafe\u0301", unicodedata.normalize("NFC", "cafe\u0301") == "café")


def same(a, b):
    return unicodedata.normalize("NFKC", a).casefold() == unicodedata.normalize("NFKC", b).casefold()


print(same("ＦＵＬＬ", "full"), same("straße", "STRASSE"), same("ﬀ", "FF"))
try:
    unicodedata.normalize("NFX", "é")
except ValueError as error:
    print(error)
