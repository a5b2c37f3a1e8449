# __traceback__, line numbers, frames, with_traceback, and errors kept in variables.
def inner():
    raise ValueError("inner")


def outer():
    inner()


def lines(error):
    tb, result = error.__traceback__, []
    while tb:
        result.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return result


try:
    outer()
except ValueError as error:
    saved = error
    print(lines(error))
print(lines(saved))
try:
    raise saved
except ValueError as error:
    print(lines(error))
try:
    raise saved.with_traceback(None)
except ValueError as error:
    print(lines(error))


def reraises():
    try:
        inner()
    except ValueError:
        raise


try:
    reraises()
except ValueError as error:
    print(lines(error))
fresh = KeyError("never raised")
print(fresh.__traceback__, fresh.__context__, fresh.__cause__)
fresh.__cause__ = saved
print(fresh.__suppress_context__, repr(fresh.__cause__))
try:
    fresh.__cause__ = 5
except TypeError as error:
    print(error)
try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        try:
            [][1]
        except IndexError as second:
            print(repr(second.__context__), second.__context__ is first)
            raise first
except ZeroDivisionError as error:
    print(repr(error.__context__))
errors = []
for work in (lambda: 1 / 0, lambda: {}["k"], lambda: inner()):
    try:
        work()
    except Exception as error:
        errors.append(error)
print([type(e).__name__ for e in errors], [len(lines(e)) for e in errors], [e.__context__ for e in errors])
