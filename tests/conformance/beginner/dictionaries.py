# Dictionaries for beginners.
ages = {"Mina": 7, "Jun": 9}
ages["Sora"] = 8
ages["Mina"] += 1
for name in ages:
    print(name, ages[name])
for name, age in sorted(ages.items(), key=lambda pair: pair[1]):
    print(f"{name:>5}: {age}")
print(ages.get("Nobody"), ages.get("Nobody", 0), "Jun" in ages, len(ages), list(ages), sum(ages.values()))
try:
    print(ages["Nobody"])
except KeyError as error:
    print("no such key:", error)
del ages["Jun"]
print(ages, ages.pop("Sora"), ages)
text = "to be or not to be"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts)
phone_book = {"ana": {"mobile": "010-1", "home": None}, "ben": {"mobile": "010-2"}}
for person, numbers in phone_book.items():
    print(person, numbers["mobile"], numbers.get("home", "unknown"))
squares = {n: n**2 for n in range(5)}
print(squares, {v: k for k, v in squares.items()})
