# math: everything that learners reach for.
import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.isqrt(17), math.cbrt(-8), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.floor(2.5), math.ceil(2.1), math.fabs(-3), math.copysign(3, -0.0))
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.gcd(0, 5), math.lcm(), math.prod([1, 2, 3, 4]), math.prod([], start=5), math.prod([1.5, 2]))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.degrees(math.pi), math.radians(180))
print(math.exp(1), math.expm1(1e-10), math.exp2(3), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.log(10**400), math.pow(2, 0.5))
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.25), math.modf(-3.25), math.frexp(8.5), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-12, abs_tol=1e-9), math.isfinite(1), math.isinf(-math.inf), math.isnan(math.nan))
print(math.gamma(5), math.lgamma(10), math.erf(1), math.erfc(1), math.ulp(1.0), math.nextafter(1, 2), math.fma(2, 3, 4))
for work in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt("x"), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.comb(-1, 2), lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.sin(), lambda: math.log(-5)):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, "|", error)


class Floor:
    def __floor__(self):
        return "own floor"


print(math.floor(Floor()), math.trunc(5), math.ceil(True), math.floor(10**30))
