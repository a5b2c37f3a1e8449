# Every function of cmath on ordinary points of all quadrants and both sides of the branch cuts.
import cmath


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if isinstance(result, complex):
        return f"{result:.12g}"
    return result


POINTS = [0, 0.5 + 0.25j, -0.5 + 2j, 3 - 0.125j, -2 - 3j, 1, -1, 1j, -1j, complex(-4, 0.0), complex(-4, -0.0), complex(2, -0.0), 1e-310, 1e308, 710, 710 + 1j]
NAMES = "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh".split()
for name in NAMES:
    f = getattr(cmath, name)
    print(name)
    for z in POINTS:
        print(" ", z, attempt(f, z))

for z in (1 + 1j, -1 + 0j, 3j, -2.5):
    r, phi = cmath.polar(z)
    print(f"{r:.12g} {phi:.12g} {cmath.phase(z):.12g} {cmath.rect(r, phi):.12g}")
print(attempt(cmath.log, 8, 2), attempt(cmath.log, 8, 0), attempt(cmath.log, 8, 1), attempt(cmath.log, 0))
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isclose(1, 1.1, abs_tol=0.2), attempt(cmath.isclose, 1, 2, rel_tol=-1))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
print(attempt(cmath.sqrt, "x"), attempt(cmath.sqrt), attempt(cmath.rect, 1))


class Point:
    def __complex__(self):
        return 3 + 4j


class Broken:
    def __complex__(self):
        return 3


print(cmath.sqrt(Point()), attempt(cmath.sqrt, Broken()))
