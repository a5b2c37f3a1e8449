# References, shallow copies, identity, nested structures, comparisons.
a = [1, [2, 3]]
b = a
c = a[:]
d = list(a)
e = a.copy()
f = [x[:] if isinstance(x, list) else x for x in a]
a[0] = "changed"
a[1].append(4)
print(a, b, c, d, e, f)
print(a is b, a is c, a == c, a[1] is c[1], a[1] is f[1])
grid = [[0] * 3 for _ in range(2)]
shared = [[0] * 3] * 2
grid[0][0] = shared[0][0] = 1
print(grid, shared)
t = ([1], 2)
t[0].append(9)
print(t)


def modify(items, item):
    items.append(item)
    items = [item]
    return items


original = []
print(modify(original, 5), original)
x = [1, 2, 3]
y = x
x = x + [4]
print(x, y)
x = y
x += [4]
print(x, y)
print([[1, 2], [3]] == [[1, 2], [3]], [1, [2]] < [1, [3]], [[]] == [[]], [] is [])
nested = {"a": [1, {"b": (2, [3])}]}
nested["a"][1]["b"][1].append(4)
print(nested, nested["a"][1]["b"][1][-1])
rows = [[3, "c"], [1, "a"], [2, "b"]]
rows.sort()
print(rows, [list(col) for col in zip(*rows)], sum(map(len, rows)), [*map(list, zip([1, 2], "xy"))])
del rows[0][1], rows[1]
print(rows)
m = [1, 2, 3]
m[1:2] = [[]]
m[1].append(m[0])
print(m, m.index([1]), [1] in m)
stack, queue = [], [1, 2, 3]
stack.append(queue.pop(0))
stack.extend(queue[:1])
print(stack, queue, stack + queue, (stack + queue)[::-1])
