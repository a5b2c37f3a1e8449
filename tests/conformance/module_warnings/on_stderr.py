"""Warnings as they come on stderr, with file, line and source."""
import warnings


def area(w, h):
    if w < 0:
        warnings.warn("negative width", RuntimeWarning, stacklevel=2)
    return w * h


area(-1, 2)
area(-1, 2)
warnings.warn("plain")
warnings.warn(
    "over several lines",
    FutureWarning,
)
for i in range(2):
    area(-i - 1, 1)
print(1 is 1, "\d" == "\\d")
assert (1, "always true")
