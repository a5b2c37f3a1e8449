# Slots and native attributes, read and written again and again by the same instruction, while classes change.
class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Sub(Slotted):
    __slots__ = ('c',)


class WithDict(Slotted):
    pass


class Unrelated:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class Hooked(Slotted):
    __slots__ = ()

    def __getattr__(self, name):
        return f'hook for {name}'


class Guarded(Slotted):
    __slots__ = ()

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)


def read(x):
    return x.a


def write(x, value):
    x.a = value


def both(things):
    out = []
    for thing in things:
        for n in range(3):
            write(thing, n)
            out.append(read(thing))
    return out


things = [Slotted(1, 2), Sub(3, 4), WithDict(5, 6), Unrelated(7, 8), Hooked(9, 10), Guarded(11, 12)]
print(both(things), both(things[::-1]))
for thing in things:
    del thing.a
    for _ in range(2):
        try:
            print(type(thing).__name__, read(thing))
        except AttributeError as error:
            print(type(thing).__name__, error)
    write(thing, 'again')
    print(read(thing))

x = Slotted(1, 2)
for change in range(6):
    if change == 2:
        Slotted.a = property(lambda self: 'a property')
    elif change == 3:
        Slotted.a = 'a value'
    elif change == 4:
        del Slotted.a
    elif change == 5:
        Slotted.a = property(lambda self: 'settable', lambda self, value: print('set', value))
    for _ in range(2):
        try:
            write(x, change)
            print('written', end=' ')
        except AttributeError as error:
            print(error, end=' ')
        try:
            print(read(x))
        except AttributeError as error:
            print(error)


def native(error):
    return error.args, error.__traceback__ is None, error.__cause__


def change_native(error, value):
    error.args = value
    error.__cause__ = None


for error in ValueError(1), KeyError(2, 3), ValueError():
    for n in range(3):
        print(native(error), end=' ')
        change_native(error, (n,))
    print(native(error))
try:
    change_native(ValueError(), 5)
except TypeError as error:
    print(error)


def slice_parts(s):
    return s.start, s.stop, s.step


print([slice_parts(slice(n)) for n in range(3)], [(1 + n).real for n in range(3)], [c.imag for c in (1j, 2j, 3)])


class Shadowed:
    __slots__ = ('x', '__dict__')


s = Shadowed()
s.__dict__['x'] = 'of the dict'
for value in 1, 2:
    s.x = value
    print(s.x, s.__dict__)


def classes(things):
    return [thing.__class__.__name__ for thing in things]


print(classes([1, 'a', [], x, s, None]))
u = Unrelated(1, 2)
for cls in WithDict, Unrelated:
    try:
        u.__class__ = cls
        print(classes([u]))
    except TypeError:
        print('layout differs')
