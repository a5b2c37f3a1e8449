import re

text = "2024-03-15 alice paid 30.50 EUR; 2024-04-01 bob paid 7 USD"

entry = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2}) (?P<who>\w+) paid (?P<sum>\d+(?:\.\d+)?) (?P<currency>[A-Z]{3})")
for found in entry.finditer(text):
    print(found.span(), found.group("who"), found["sum"], found.groupdict())

first = entry.search(text)
print(first)
print(first.groups(), first.start("who"), first.end("who"), first.lastgroup, first.re is entry)
print(entry.match(text, 1), entry.fullmatch("2024-03-15 x paid 1 KRW").group())
print(entry.groups, entry.groupindex, entry.pattern == first.re.pattern)

print(re.findall(r"\d+", text))
print(re.findall(r"(\w+) paid (\d+)", text))
print(re.split(r"[;,]\s*", "a, b;c;  d"), re.split(r"([;,])", "a,b;c"), re.split(r"\s", "a b c d", maxsplit=2))
print(re.sub(r"(\w+) paid", r"\1 spent", text))
print(re.sub(r"(?P<n>\d+)", lambda found: str(int(found["n"]) + 1), "1 2 30"))
print(re.subn(r"a", r"<\g<0>>", "banana", count=2))
print(re.escape("a.b*c [x] 한글"))
