"""from, from None, implicit context, re-raising, finally and loops: how chains of exceptions come out."""
import traceback


def show(error):
    print("".join(traceback.format_exception(error)).replace(__file__, "program"), end="---\n")


def fails(kind, text):
    raise kind(text)


def explicit():
    try:
        fails(KeyError, "key")
    except KeyError as error:
        raise ValueError("explicit") from error


def implicit():
    try:
        fails(KeyError, "key")
    except KeyError:
        fails(ValueError, "implicit")


def suppressed():
    try:
        fails(KeyError, "key")
    except KeyError:
        raise ValueError("suppressed") from None


def in_finally():
    try:
        fails(KeyError, "key")
    finally:
        fails(ValueError, "in finally")


def three_levels():
    try:
        explicit()
    except ValueError:
        try:
            fails(OSError, "third")
        except OSError as error:
            raise RuntimeError("last") from error


def re_raised():
    try:
        fails(KeyError, "key")
    except KeyError as error:
        error.add_note("seen on the way")
        raise


def raised_again_later():
    kept = None
    try:
        fails(KeyError, "kept")
    except KeyError as error:
        kept = error
    raise kept


def context_of_a_class():
    try:
        raise KeyError
    except KeyError:
        raise ValueError from TypeError


def in_else():
    try:
        pass
    except KeyError:
        pass
    else:
        fails(ValueError, "in else")


def from_itself():
    error = ValueError("own cause")
    raise error from error


def in_a_loop():
    last = None
    for n in range(3):
        try:
            if last:
                raise ValueError(n) from last
            raise ValueError(n)
        except ValueError as error:
            last = error
    raise last


for function in (explicit, implicit, suppressed, in_finally, three_levels, re_raised, raised_again_later, context_of_a_class, in_else, from_itself, in_a_loop):
    print(function.__name__)
    try:
        function()
    except Exception as error:
        print(repr(error), "cause", repr(error.__cause__), "context", repr(error.__context__), error.__suppress_context__)
        show(error)
three_levels()
