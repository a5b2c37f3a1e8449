"""Categories, widths, numbers, directions."""
import collections
import unicodedata

for c in "aA1²½Ⅷ٣一 \t\n_-+$€()«»!ǅʰ〆\u0301\u200b\ud800\ue000\U0010ffff👍🏽":
    print(
        f"U+{ord(c):04X}", unicodedata.category(c), unicodedata.bidirectional(c) or "-", unicodedata.combining(c),
        unicodedata.east_asian_width(c), unicodedata.mirrored(c), unicodedata.decomposition(c) or "-",
        unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None),
    )  # fmt: skip
text = "Füße, 2½ km — “예” 漢字!"
print(sorted(collections.Counter(map(unicodedata.category, text)).items()))


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


for word in ("hello", "안녕하세요", "日本語abc", "ﾊﾝｶｸ"):
    print(word, len(word), width(word))
print(unicodedata.unidata_version)
for call in ("unicodedata.decimal('x')", "unicodedata.digit('½')", "unicodedata.numeric('x')", "unicodedata.category('')", "unicodedata.combining(1)"):
    try:
        eval(call)
    except (ValueError, TypeError) as error:
        print(call, type(error).__name__, error)
