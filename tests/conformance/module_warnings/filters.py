"""Warnings: what is shown, how often, as what; filters, categories, records, errors."""
import sys
import warnings


def old(x):
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    return x


class OwnWarning(UserWarning):
    pass


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message, "line", lineno)


warnings.showwarning = show
old(1)
old(2)
for _ in range(3):
    warnings.warn("in a loop")
warnings.warn("in a loop")
warnings.warn(OwnWarning("an instance"))
warnings.warn("a future", FutureWarning)
warnings.warn("pending", PendingDeprecationWarning)
warnings.warn("resource", ResourceWarning)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old(3)
    except DeprecationWarning as error:
        print("raised:", error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old(4)
    old(5)
    warnings.warn("third", OwnWarning, stacklevel=1)
print(len(caught), [str(w.message) for w in caught], caught[2].category.__name__, caught[0].lineno == caught[1].lineno - 1, caught[0].filename[-10:])
print(caught[2].message.args, type(caught[2]).__name__)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message=".*loop")
    warnings.filterwarnings("error", category=OwnWarning)
    warnings.warn("in another loop")
    try:
        warnings.warn("x", OwnWarning)
    except OwnWarning as error:
        print("error:", error)
    warnings.warn("seen")
with warnings.catch_warnings(action="once", category=UserWarning):
    for text in ("one", "one", "two"):
        warnings.warn(text)
print(len(warnings.filters) > 0, warnings.filters[0][0])
warnings.resetwarnings()
print(warnings.filters)
for attempt in (
    lambda: warnings.warn("x", int),
    lambda: warnings.warn(3, "text"),
    lambda: warnings.simplefilter("sometimes"),
    lambda: warnings.filterwarnings("ignore", lineno=-1),
    lambda: warnings.filterwarnings("ignore", category=int),
):
    try:
        attempt()
    except (TypeError, ValueError, AssertionError) as error:
        print(type(error).__name__, error)
print(warnings.formatwarning("text", UserWarning, "file.py", 12, "the line"), end="")


@warnings.deprecated("use new_one() instead")
def old_one():
    return "old"


@warnings.deprecated("the class is old", category=FutureWarning)
class OldClass:
    pass


old_one()
OldClass()
print(old_one.__deprecated__, OldClass.__deprecated__)
warnings.warn_explicit("explicit", RuntimeWarning, "somewhere.py", 3)
