"""Searches in texts that repeat themselves take time in proportion to the text, and find the right places."""
import random

for size in (1000, 100_000, 400_000):
    a, b = "a" * size, "b" * size
    haystack, needle = a + a + b + a + a, a + b + b + a
    print(haystack.find(needle), haystack.count(needle), (haystack + needle).find(needle), needle in haystack, len(haystack.split(needle)), haystack.replace(needle, "") == haystack)
    raw, sought = haystack.encode(), needle.encode()
    print(raw.find(sought), (raw + sought).index(sought), len(raw.split(sought)), raw.partition(sought)[1])
    wide = haystack + "한"
    print(wide.find(needle), ("한" * size + "글").find("한" * (size // 2) + "글"))

for size in (1000, 5000):  # backwards CPython is quadratic
    a, b = "a" * size, "b" * size
    haystack, needle = a + a + b + a + a, a + b + b + a
    print(haystack.rfind(needle), (haystack + needle).rfind(needle), haystack.encode().rfind(needle.encode()))
    print((haystack + "한").rfind(a + "한"), haystack.rsplit(needle, 1) == [haystack], haystack.rpartition(needle)[0])

# Against the plain definition, on small alphabets.
random.seed(5)
wrong = 0
for _ in range(3000):
    text = "".join(random.choice("ab") for _ in range(random.randrange(0, 120))) * random.randrange(1, 60)
    needle = text[random.randrange(len(text) + 1):][:random.randrange(1, 40)] + random.choice(["", "a", "ab", "bb"])
    places = [i for i in range(len(text) - len(needle) + 1) if text.startswith(needle, i)] if len(text) < 1500 else None
    if places is None:
        first, last = text.find(needle), text.rfind(needle)
        wrong += not (first == last == -1 or text[first:first + len(needle)] == needle == text[last:last + len(needle)])
        continue
    wrong += text.find(needle) != (places[0] if places else -1)
    wrong += text.rfind(needle) != (places[-1] if places else -1)
print(wrong)
for period in ("ab", "aab", "abaab"):
    needle = period * 800
    text = (period * 799 + period[:-1] + "c") * 6
    print(text.find(needle), (text + needle).find(needle) - len(text), (needle + text).rfind(needle), (text + needle + text).count(needle))
