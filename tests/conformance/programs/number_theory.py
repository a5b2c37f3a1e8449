# Primes, gcd, modular arithmetic, bases, continued fractions, big results.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(range(i * i, n + 1, i))
    return [i for i, f in enumerate(flags) if f]


primes = sieve(1000)
print(len(primes), primes[:10], primes[-1], sum(primes))


def factor(n):
    out = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            out.append(d)
            n //= d
        d += 1
    return out + [n] * (n > 1)


for n in (360, 97, 2**16 + 1, 600851475143, 10**12 - 1):
    print(n, factor(n))


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if a % n == 0:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print([n for n in range(60) if is_prime(n)], is_prime(2**61 - 1), is_prime(2**67 - 1), is_prime(10**18 + 9))


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


print(egcd(240, 46), pow(3, -1, 11), egcd(10**20 + 39, 10**15 + 37))
p, q, e = 1000003, 1000033, 65537
n, d = p * q, pow(e, -1, (p - 1) * (q - 1))
message = int.from_bytes("안녕".encode()[:4], "big")
print(pow(pow(message, e, n), d, n) == message, pow(42, e, n))


def to_base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while n:
        n, r = divmod(n, b)
        out = digits[r] + out
    return out or "0"


print([to_base(255, b) for b in (2, 3, 8, 16, 36)], int(to_base(10**30, 36), 36) == 10**30)


def isqrt(n):
    x = n
    while (y := (x + n // x) // 2) < x:
        x = y
    return x


print(isqrt(2 * 10**60), str(isqrt(10**100)))


def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while n:
        if 4 * q + r - t < m * t:
            yield m
            n -= 1
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2


print("".join(map(str, pi_digits(60))))
print(sum(int(c) for c in str(2**1000)), len(str(3**2000)), [n for n in range(1, 100) if n**2 % 10**len(str(n)) == n])
