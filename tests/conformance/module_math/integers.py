# math on whole numbers: gcd, lcm, isqrt, comb, perm, factorial, prod.
import math

print(math.gcd(12, 18), math.gcd(), math.gcd(0, 0), math.gcd(-4, 6), math.gcd(10, 15, 25), math.lcm(4, 6), math.lcm(), math.lcm(3, 0), math.lcm(2, 3, 4, 5))
print([math.isqrt(n) for n in (0, 1, 3, 4, 99, 10**40)], math.isqrt(10**31))
print(math.factorial(0), math.factorial(20), math.factorial(30), math.comb(52, 5), math.comb(3, 5), math.perm(5), math.perm(10, 3))
print(math.prod([1, 2, 3, 4]), math.prod([], start=7), math.prod([0.5, 4]), math.prod(range(1, 25)))
print(math.ceil(1.2), math.floor(-1.2), math.trunc(-1.8), math.ceil(10**20), math.floor(1e20))
for work in (lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.gcd(1.0, 2), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.perm(3, -1)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __floor__(self):
        return Celsius(math.floor(self.degrees))

    def __ceil__(self):
        return "ceil of mine"

    def __trunc__(self):
        return "trunc of mine"

    def __repr__(self):
        return f"{self.degrees}C"


print(math.floor(Celsius(3.7)), math.ceil(Celsius(1)), math.trunc(Celsius(1)))
