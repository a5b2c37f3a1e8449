def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def work():
    longest = 0
    for n in range(1, 3_000):
        longest = max(longest, collatz(n))
    x, y = 0.0, 1.0
    for i in range(60_000):
        x, y = x + y * 0.001, y - x * 0.001
    assert longest == 216 and -2 < x < 2
