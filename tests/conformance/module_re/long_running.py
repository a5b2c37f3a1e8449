# Deep and long matches: no limit but memory, and tasks that match share the loop as usual.
import asyncio
import re

n = 20000
print(len(re.match(r"(?:a|b)*c", "ab" * n + "c").group()), len(re.match(r"(?:ab)+?c", "ab" * n + "c").group()))
print(re.match(r"(a|b)*$", "ab" * n).span(1), re.match(r"(?:(?:a)*b)*", "aab" * n).end(), re.match(r"(?:a|ab)*+", "ab" * n).end())
print(re.search(r"(.)\1{50}", "xy" * n + "z" * 51).start(), re.match(r"(?s:.*)z", "y" * n), len(re.findall("[^,]+", "abc," * n)))
print(re.match(r"(?:(a)|b)*", "b" * n + "a" + "b" * n).span(1), re.sub("(?<!x)y", "", "xyy" * n) == "xy" * n)
print(re.match(r"(a+)+$", "a" * 18 + "!"), re.match(r"(\w+\s?)*$", "word " * 4 + "!"), re.match(r"(a|aa)+$", "a" * 22 + "b"))
print(len(re.sub(".", lambda m: m[0] * 2, "abc" * 2000)), re.match("(" * 60 + "a" + ")" * 60, "a").groups().count("a"))


async def count(name, pattern, text):
    total = 0
    for m in re.finditer(pattern, text):
        total += 1
        if total % 2 == 0:
            await asyncio.sleep(0)
            print(name, m.group())
    return total


async def main():
    print(await asyncio.gather(count("words", r"\w+", "to be or not to be"), count("digits", r"\d", "1 2 3 4 5")))


asyncio.run(main())
