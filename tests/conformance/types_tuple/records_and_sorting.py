# Tuples as records: sorting by several keys, grouping, as keys of a dict.
people = [("Ann", 31, "Rome"), ("Bob", 25, "Bonn"), ("Cid", 31, "Bonn"), ("Dan", 25, "Aix")]
print(sorted(people, key=lambda p: (-p[1], p[2])))
by_city = {}
for name, age, city in people:
    by_city.setdefault((city, age > 30), []).append(name)
print(by_city, by_city["Bonn", True])
for i, (name, *rest) in enumerate(people, 1):
    print(i, name, rest)
names, ages, cities = zip(*people)
print(names, ages, cities)
print(max(people, key=lambda p: (p[1], p[0])), min(people)[0], ("Bob", 25) < ("Bob", 25, "A"))
grid = {(x, y): x * y for x in range(3) for y in range(3)}
print(sum(v for (x, y), v in grid.items() if x == y), grid[2, 2], (5, 5) in grid)


class Version(tuple):
    def __new__(cls, text):
        return super().__new__(cls, map(int, text.split(".")))

    def __str__(self):
        return ".".join(map(str, self))


versions = [Version(t) for t in ("1.10", "1.9", "1.9.1")]
print(*sorted(versions), versions[0] > versions[1], versions[0], repr(versions[2]), versions[0][0:1], type(versions[0] + (1,)).__name__)
