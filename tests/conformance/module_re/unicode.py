# Letters, digits and cases of all scripts.
import re

print(re.findall(r"\w+", "안녕 세계, héllo wörld, Ελληνικά, привет, 你好, ١٢٣, x²"))
print(re.findall(r"\d+", "12 ١٢٣ ৪৫ ² Ⅷ"), re.findall(r"(?a)\d+", "12 ١٢٣"))
print(re.split(r"\s+", "a\u00a0b\u2003c\u3000d\x1ce"), re.split(r"(?a)\s+", "a\u00a0b c"))
print(re.findall("[가-힣]+", "abc 한국어 xyz 파이썬!"), re.findall(r"[^\W\d]+", "3월 14일"))
print(re.findall(r"[\u0400-\u04ff]+|[\u4e00-\u9fff]+", "мир 世界 world"))
print(re.search("[😀-🙏]+", "fine 😀😎 now").span(), re.sub(r"[^\x00-\x7f]", "?", "naïve 😀"))
print(re.findall(r"(?i)[а-я]+", "МОСКВА и Питер"), re.findall("(?i)ΣΊΣΥΦΟΣ", "Σίσυφος σίσυφοσ"))
print(re.match("(?i)İ", "i̇"), re.match("(?i)ß", "ẞ"), re.match("(?i)[à-þ]+", "ÀÉÞ").group(), re.match("(?i)µ", "μ"), re.match("(?i)ﬅ", "ﬆ"))
print(re.findall(r"(?i)\u01c4", "Ǆ ǅ ǆ"), re.match(r"(?i)[\U00010400-\U00010427]+", "𐐨𐐀"), re.match(r"(?i)(𐐀)\1", "𐐨𐐀"))
print([m.span() for m in re.finditer(r"\b\w", "über straße 日本")], re.findall(r"\b.", "é-ü"))
print(re.findall("(?m)^.*$", "a\u2028b\nc\rd"), re.sub(".", "*", "가\n나"))
