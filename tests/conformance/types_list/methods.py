# list: every method.
a = [3, 1, 2]
a.append(5)
a.extend([7, 8])
a.extend("xy")
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("x")
print(a, a.index(7), a.count(1), a.index(8, 2), 5 in a, 9 not in a)
a.reverse()
print(a, a[::-1])
b = a.copy()
b.clear()
print(a, b, a == b, b == [])
words = ["pear", "Apple", "fig", "banana", "kiwi"]
words.sort()
print(words)
words.sort(key=str.lower)
print(words)
words.sort(key=len, reverse=True)
print(words, words.sort())
pairs = [(1, "b"), (0, "a"), (1, "a"), (0, "b")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(list("abc"), list(range(3)), list({1: 2}), list(), [*"ab", *[1]], list((i for i in "xy")))
print([1, 2] + [3], [0] * 3, 2 * ["a", "b"], [[]] * 2, [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9], [1, 2] == [1, 2], [1] == (1,))
x = y = [1]
x += [2]
x *= 2
print(x, y, x is y)
x = x + [9]
print(x is y, y)
nested = [[0] * 2] * 2
nested[0][0] = 5
print(nested, [[0] * 2 for _ in range(2)])
me = [1]
me.append(me)
print(me)
for work in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][5], lambda: list("a")["a"], lambda: [1] + (2,), lambda: [1] * "a", lambda: [3, "a"].sort(), lambda: sorted([1, None]), lambda: [1].append(), lambda: [1].insert(1), lambda: [1].extend(5), lambda: list(5), lambda: hash([]), lambda: [1] < 5):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)
