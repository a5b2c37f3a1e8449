# math on floats: classification, neighbours, sums, distances.
import math

inf, nan = math.inf, math.nan
print([(math.isfinite(x), math.isinf(x), math.isnan(x)) for x in (1.0, inf, -inf, nan)])
print(math.copysign(3, -0.0), math.copysign(nan, -1), math.fabs(-3), math.fmod(-7, 3), -7 % 3, math.remainder(7, 4), math.modf(-2.75), math.frexp(40.0), math.ldexp(0.625, 6))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1e-12, 0), math.isclose(1e-12, 0, abs_tol=1e-9), math.isclose(100, 101, rel_tol=0.01), math.isclose(inf, inf), math.isclose(nan, nan))
print(sum([0.1] * 10), math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((1, 2), (4, 6)), math.hypot())
print(math.nextafter(1.0, 2.0), math.nextafter(0.0, 1.0), math.nextafter(1.0, 0.0, steps=3), math.ulp(1.0), math.ulp(0.0), math.ulp(1e300))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.5], [4]), math.fma(2.0, 3.0, 1.0), math.sqrt(2), math.exp2(10), round(math.cbrt(27), 9))
print(math.log(8, 2), math.log2(10**30 + 0) > 99, math.log10(1000), math.log1p(0), math.expm1(0), math.degrees(math.pi), math.radians(180) == math.pi, math.atan2(1, -1), math.tau == 2 * math.pi)
for work in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-5), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.sumprod([1], [1, 2]), lambda: math.sin("x"), lambda: math.dist([1], [1, 2])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
