# What is being handled, what came before it, and what a finally or a special method in between does to it.
import sys
import traceback


def context(error):
    out = []
    while error is not None:
        out.append(f'{type(error).__name__}({error})')
        error = error.__context__
    return ' <- '.join(out)


class Quiet:
    """Handles its own exceptions while another is being handled or on its way."""

    def __enter__(self):
        try:
            raise KeyError('enter')
        except KeyError:
            return sys.exception()

    def __exit__(self, kind, value, tb):
        seen = sys.exception()
        try:
            raise IndexError('exit')
        except IndexError as error:
            print('exit sees', repr(seen), 'and', context(error))
        return False

    def __bool__(self):
        try:
            return {}['bool']
        except KeyError as error:
            print('bool:', context(error))
            return True

    def __eq__(self, other):
        raise LookupError('eq')

    def __iter__(self):
        try:
            yield 1
            raise OSError('iter')
        except OSError as error:
            print('iter:', context(error), repr(sys.exception()))
            yield 2
        print('iter ends with', repr(sys.exception()))

    @property
    def prop(self):
        return sys.exception()


q = Quiet()
with q as value:
    print(repr(value), repr(sys.exception()))
try:
    with q:
        raise ValueError('inside')
except ValueError as error:
    print(context(error), repr(q.prop), repr(sys.exception()))
    if q:
        print('still', repr(sys.exception()))
    try:
        q == 1
    except LookupError as second:
        print(context(second))
    print(list(q), repr(sys.exception()))
    for item in q:
        print(item, repr(sys.exception()))
print(repr(sys.exception()), repr(q.prop))


def finally_returns():
    try:
        raise ValueError('lost')
    finally:
        return 'returned'


def finally_breaks():
    for n in range(3):
        try:
            raise ValueError(n)
        finally:
            if n == 1:
                break
            continue
    return n


print(finally_returns(), finally_breaks(), repr(sys.exception()))


def generator():
    try:
        yield repr(sys.exception())
        yield repr(sys.exception())
    except ValueError as error:
        yield context(error)
        raise TypeError('from the generator')
    finally:
        print('finally', repr(sys.exception()))


g = generator()
print(next(g))
try:
    raise RuntimeError('outside')
except RuntimeError:
    print(next(g))
    try:
        print(g.throw(ValueError('thrown')))
        next(g)
    except TypeError as error:
        print(context(error))


def reraise():
    try:
        try:
            raise ValueError('first')
        except ValueError:
            try:
                raise KeyError('second')
            except KeyError:
                pass
            raise
    except ValueError as error:
        print(context(error), len(traceback.extract_tb(error.__traceback__)))
        raise error from None


try:
    reraise()
except ValueError as error:
    print(context(error), error.__suppress_context__, [f.lineno - f.lineno for f in traceback.extract_tb(error.__traceback__)])


def chain():
    try:
        raise ValueError('a')
    except ValueError as a:
        try:
            raise KeyError('b') from a
        except KeyError as b:
            b.__context__.__context__ = None
            raise IndexError('c') from b


try:
    chain()
except IndexError as error:
    print(repr(error.__cause__), repr(error.__cause__.__cause__), context(error))

try:
    raise ValueError('group')
except* ValueError as group:
    print(repr(group), repr(sys.exception()))
    try:
        q.missing
    except AttributeError as error:
        print(context(error))


class Del:
    def __del__(self):
        try:
            raise KeyError('del')
        except KeyError as error:
            print('del', context(error))


def dies_while_raising():
    d = Del()
    raise ValueError('while raising')


try:
    dies_while_raising()
except ValueError as error:
    print(context(error))
    del error
try:
    raise ValueError
except (KeyError, (ValueError, TypeError)) as error:
    print(repr(error))
for bad in 5, (ValueError, 'x'), [ValueError]:
    try:
        try:
            raise ValueError('original')
        except bad:
            pass
    except TypeError as error:
        print(error, '|', context(error))
for bad in 5, int, 'text', None:
    try:
        raise bad
    except TypeError as error:
        print(error)
