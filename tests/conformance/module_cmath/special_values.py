# Infinities, NaNs and signed zeros.
import cmath
from math import inf, nan

VALUES = (-inf, -2.0, -0.0, 0.0, 2.0, inf, nan)
NAMES = "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh isnan isinf isfinite".split()


def attempt(f, *args):
    try:
        result = f(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    if isinstance(result, complex):
        return f"{result:.12g}"
    return result


for name in NAMES:
    f = getattr(cmath, name)
    print(name)
    for real in VALUES:
        print(" ", real, *(attempt(f, complex(real, imag)) for imag in VALUES))
print("rect")
for r in VALUES:
    print(" ", r, *(attempt(cmath.rect, r, phi) for phi in VALUES))
