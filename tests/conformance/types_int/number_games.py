# Integers at work: digits, bases, bits, perfect numbers, modular arithmetic, big results.
def digits(n, base=10):
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(d)
    return out[::-1] or [0]


def egcd(a, b):
    if not b:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if a >= n:
            break
        x = pow(a, d, n)
        if x not in (1, n - 1) and all((x := x * x % n) != n - 1 for _ in range(s - 1)):
            return False
    return True


def gray(bits):
    return [format(n ^ n >> 1, f"0{bits}b") for n in range(2**bits)]


print(digits(9045), digits(255, 2), sum(digits(2**100)), [n for n in range(100, 1000) if n == sum(d**3 for d in digits(n))], [n for n in range(2, 500) if n == sum(d for d in range(1, n) if n % d == 0)])
print(egcd(240, 46), pow(3, -1, 11), pow(7, 10**18, 1000), [n for n in range(60) if is_prime(n)], is_prime(2**61 - 1), is_prime(2**61 + 1))
print(gray(3), (37).bit_length(), (37).bit_count(), 37 & -37, ~37, -37 >> 2, -37 // 4, -37 % 4, 37 ^ 5, 1 << 70, bin(-10), hex(255), oct(8), int("-0b101", 0), int("zz", 36))
a, b = 0, 1
for _ in range(200):
    a, b = b, a + b
print(a, len(str(2**1000)), 10**20 // 3, -(10**20) // 3, divmod(-7, 2), (-7) ** 3, 7**-1, 0**0, round(15, -1), round(25, -1), int("1_000"), 1_000_000, True + True)
print(sum(1 for n in range(1, 10**4) if str(n) == str(n)[::-1]), int.from_bytes((258).to_bytes(2, "big"), "little"), (10).__divmod__(3), (5).as_integer_ratio(), int(3.99), int("٣"), 5 .real)
