# for/while with else, break, continue, nested, pass, del, global flow.
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
for i in range(3):
    if i == 1:
        break
else:
    print("not printed")
print(i)
n = 5
while n:
    n -= 1
    if n % 2:
        continue
    print("n", n)
else:
    print("while else")
while True:
    n += 1
    if n > 3:
        break
print(n)
for i in range(3):
    for j in range(3):
        if j == i:
            break
    else:
        continue
    print(i, j)
for x in ():
    print("never")
else:
    print("empty loops have an else too")
for i in range(2): print(i, end=" "); print("same line")
if n: pass
elif n == 1: print("no")
else: print("no")
a = [1, 2, 3]
del a[0], a[-1]
print(a)
x = y = 5; x += 1; y -= 1
print(x, y, x if x > y else y, x and y, x or y, not x)
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1 != 2, 1 < 2 > 5, (1 < 2) < 3, 3 in [1, 2, 3] == True)
v = 10
v += 1; v -= 2; v *= 3; v //= 2; v **= 2; v %= 50; v <<= 2; v >>= 1; v |= 1; v &= 31; v ^= 5
print(v)
v /= 2
print(v)
i = 0
for i in range(i, 5, 2):
    i = 100
print(i)
print([(a, b) for a in range(2) for b in range(2) if a != b], end="")
print()
assert True, "not shown"
nums = [1, 2, 3]
for n in nums[:]:
    nums.remove(n)
print(nums, ...)
if True:
    if False:
        pass
    else:
        print("dangling else belongs to the inner if")
"""a string statement"""
5
print((1,) + (2,), (3), (), (1, 2,), [1, 2,], {1: 2,})
print(0 or "" or [] or "last", 1 and "x" and [], None is None is None)
