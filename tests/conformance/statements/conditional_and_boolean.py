# Truth, short circuits, chained comparisons, is, in, conditional expressions, bit tricks.
values = [0, 1, "", "a", [], [0], {}, {0: 0}, (), None, 0.0, -0.0, 0j, set(), range(0), range(1), b"", True, False]
print([bool(v) for v in values], [v or "default" for v in ("", 0, "x")], [v and "and" for v in (1, "", None)])


def t(x):
    print("t", x, end=" ")
    return x


print(t(0) or t("") or t(3) or t(4))
print(t(1) and t(2) and t(0) and t(9))
print(t(1) < t(3) > t(2) == t(2) != t(5))
print(t(5) < t(3) < t(9))
print(not t(0), not not t(1), t(1) if t(0) else t(2))
a, b = [1], [1]
print(a == b, a is b, a is not b, None is None, not None, a in [b], 1 in [True], "a" in "cat", "" in "", 2 not in (1, 3))
print(1 if True else 2 if False else 3, (1 if False else 2) if True else 3, [x if x else "-" for x in (0, 1)])
print(1 == 1.0 == True, "1" == 1, [1] == (1,), None == False, 0 == False, "" == False, not 0 == 1, 3 > 2 > 1, 3 > 2 == True, (3 > 2) == True)
print(5 & 3, 5 | 3, 5 ^ 3, ~5 & 0xF, 1 << 3 | 1, 6 >> 1 & 1, not 5 & 2, bool(4 & 4), True & 3, True ^ True, -1 & 255)
print(2 + 3 * 4**2 // 5 % 7 - -1, -2**2, (-2) ** 2, 2**-1, 2**3**2, 10 - 5 - 2, 100 / 10 / 2, 7 // 2 * 2, 5 % 3 * 2, not 1 + 1, -5 // 2, -5 % 3, ~-5)
print(1 < 2 and 2 < 3 or False, 1 or 1 / 0, 0 and 1 / 0, (lambda: 1 / 0) and "lazy", all(x for x in [1, 0, 1 / 1]), any(x == 2 for x in (1, 2, 3)))
x = 5
r = "small" if x < 3 else "medium" if x < 10 else "large"
print(r, x if x > 3 else -x, [r, x][x > 3], (x > 3 and "yes") or "no")
