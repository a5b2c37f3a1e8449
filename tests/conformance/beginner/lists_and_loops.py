# Shopping list.
items = ["milk", "eggs", "bread"]
items.append("tea")
items.insert(1, "rice")
items.remove("eggs")
for number, item in enumerate(items, start=1):
    print(f"{number}. {item}")
print("tea" in items, len(items), items[0], items[-1], items[1:3])
items.sort()
print(items, sorted(items, key=len), list(reversed(items)))
prices = {"milk": 1.2, "rice": 3.5, "bread": 2.25, "tea": 4}
total = 0
for item in items:
    total += prices[item]
print("total", total, f"{total:.2f}")
print([item.upper() for item in items if prices[item] > 2])
matrix = [[1, 2, 3], [4, 5, 6]]
for row in matrix:
    for value in row:
        print(value, end=" ")
    print("| sum", sum(row))
