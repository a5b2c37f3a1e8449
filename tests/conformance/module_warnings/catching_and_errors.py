# warnings: catching, filters, categories, once and always.
import warnings


def old(x):
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)
    return x


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old(1)
    old(2)
    warnings.warn("careful")
    warnings.warn(ResourceWarning("left open"))
for w in caught:
    print(w.category.__name__, w.message, w.lineno, w.source)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for _ in range(3):
        warnings.warn("the same place")
    print(len(caught))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old(3)
    except DeprecationWarning as error:
        print("raised:", error)
    warnings.filterwarnings("ignore", message="skip")
    warnings.warn("skip this one")
    try:
        warnings.warn("not this one, skip")
    except UserWarning as error:
        print("raised:", error)


class Mine(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", category=UserWarning)
    warnings.filterwarnings("always", category=Mine)
    warnings.warn("quiet")
    warnings.warn("loud", Mine)
    print([str(w.message) for w in caught])


@warnings.deprecated("use new_way()")
def old_way():
    return "old"


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old_way(), old_way.__deprecated__, caught[0].message, caught[0].category.__name__)
for work in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("loudly"), lambda: warnings.filterwarnings("ignore", 5)):
    try:
        work()
    except Exception as error:
        print(type(error).__name__, error)
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "  the line"), end="")
