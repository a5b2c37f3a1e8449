"""Where a frame stood when an exception left it: at the last except clause that did not want it, or in its finally."""


def one_clause():
    try:
        1 / 0
    except ValueError as error:
        print("not here", error)


def without_a_name():
    try:
        1 / 0
    except ValueError:
        print("not here")


def several():
    try:
        1 / 0
    except (ValueError, KeyError) as error:
        print("not here", error)
    except OSError:
        pass
    print("never")


def with_finally():
    try:
        1 / 0
    finally:
        print("finally")


def raises_another():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


for function in (one_clause, without_a_name, several, with_finally, raises_another):
    try:
        function()
    except ZeroDivisionError as error:
        entry = error.__traceback__.tb_next
        first = function.__code__.co_firstlineno
        print(function.__name__, "raised at", entry.tb_lineno - first, "left at", entry.tb_frame.f_lineno - first)
