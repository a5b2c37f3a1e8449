# Loops: else, break, continue, enumerate, zip, while with a flag, nested exits, changing the iterable.
def first_factor(n):
    for d in range(2, int(n**0.5) + 1):
        if n % d == 0:
            break
    else:
        return f"{n} is prime"
    return f"{n} = {d} * {n // d}"


print([first_factor(n) for n in (7, 9, 15, 2)])
for text in ("abc", "", "axc"):
    for c in text:
        if c == "x":
            print("found", end=" ")
            break
        print(c, end=" ")
    else:
        print("else", end=" ")
print()
n = 5
while n:
    n -= 1
    if n == 3:
        continue
    if n == 0:
        print("zero")
else:
    print("while-else", n)
found = None
for y, row in enumerate([[1, 2], [3, 4], [5, 6]]):
    for x, value in enumerate(row):
        if value == 4:
            found = (y, x)
            break
    else:
        continue
    break
print(found, y, x)
for i, (a, b) in enumerate(zip("ab", [1, 2]), start=1):
    print(i, a, b, end="; ")
print()
items = [1, 2, 3]
for item in items:
    if len(items) < 6:
        items.append(item * 10)
print(items)
try:
    for key in (d := {"a": 1}):
        d[key + "!"] = 0
except RuntimeError as error:
    print(error)
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
for x in []:
    pass
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as error:
    print(error)
