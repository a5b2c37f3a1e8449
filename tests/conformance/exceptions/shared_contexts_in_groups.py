"""One exception that several exceptions of a group come from: it is shown once. Parts of a group say nothing of a context."""
import sys
import traceback


def two_from_one():
    try:
        raise KeyError("the first")
    except KeyError as first:
        one, other = ValueError(1), ValueError(2)
        one.__context__ = other.__context__ = first
        return ExceptionGroup("two", [one, other])


def one_causes_both():
    cause = OSError("the cause")
    errors = [RuntimeError(n) for n in range(3)]
    for error in errors:
        error.__cause__ = cause
    return ExceptionGroup("three", errors)


def split_while_handling():
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            raise ExceptionGroup("mixed", [ValueError(1), OSError(2)])
        except ExceptionGroup as group:
            part, rest = group.split(ValueError)
            print([(each.__context__, each.__suppress_context__) for each in (group, part, rest, group.subgroup(OSError))])
            return part


def raised_anew():
    try:
        raise KeyError("handled")
    except KeyError:
        try:
            raise ExceptionGroup("mixed", [ValueError(1), OSError(2)])
        except* ValueError:
            raise RuntimeError("instead of the first")
        except* OSError:
            raise RuntimeError("instead of the second")


for make in (two_from_one, one_causes_both, split_while_handling, raised_anew):
    try:
        raise make()
    except ExceptionGroup:
        print("--", make.__name__)
        traceback.print_exc(file=sys.stdout)
