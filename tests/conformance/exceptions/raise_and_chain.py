# raise: classes, instances, from, context, re-raise.
def show(error):
    print(repr(error), "| cause", repr(error.__cause__), "| context", repr(error.__context__), "|", error.__suppress_context__)


def attempt(work):
    try:
        work()
    except BaseException as error:
        show(error)


def plain_class():
    raise ValueError


def during():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("while handling")


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError("explicit") from error


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("hidden") from None


def cause_class():
    raise KeyError("k") from ValueError


def reraise():
    try:
        raise OSError("once")
    except OSError:
        raise


def reraise_named():
    try:
        raise OSError("named")
    except OSError as error:
        raise error


def in_finally():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


def three():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
    except KeyError as error:
        print(repr(error.__context__))
        raise IndexError(3) from error


def nothing_active():
    raise


def not_exception():
    raise "text"


def not_exception_class():
    raise int


def bad_cause():
    raise ValueError from 5


for f in (plain_class, during, explicit, suppressed, cause_class, reraise, reraise_named, in_finally, three, nothing_active, not_exception, not_exception_class, bad_cause):
    print(f.__name__, end=": ")
    attempt(f)


class Weird(Exception):
    def __init__(self):
        raise ValueError("cannot even be made")


def weird():
    raise Weird


attempt(weird)
try:
    raise ValueError("a")
except ValueError as e:
    saved = e
try:
    raise saved
except ValueError as e:
    print(e is saved)
try:
    e
except NameError as error:
    print(error)
