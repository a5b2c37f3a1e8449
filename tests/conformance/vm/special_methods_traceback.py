# A traceback has a line for each special method in Python, and none for what is native between them.
import traceback


class Broken:
    def __repr__(self):
        return 'repr' + self.part

    def __str__(self):
        return f'{self!r}'

    def __add__(self, other):
        raise ValueError('no sum')

    def __radd__(self, other):
        return self + other

    def __iadd__(self, other):
        raise ValueError('not in place')

    def __eq__(self, other):
        raise ValueError('no equality')

    def __lt__(self, other):
        return self == other

    def __bool__(self):
        return self < 3

    def __len__(self):
        raise ValueError('no length')

    def __getitem__(self, key):
        return {}[key]

    def __setitem__(self, key, value):
        raise IndexError(key)

    def __delitem__(self, key):
        raise IndexError(key)

    def __contains__(self, item):
        return self[item]

    def __iter__(self):
        raise ValueError('no iterator')

    def __neg__(self):
        return -None

    def __call__(self):
        return 1 / 0

    def __hash__(self):
        raise ValueError('no hash')

    def __getattr__(self, name):
        raise AttributeError(f'no {name} here')

    def __enter__(self):
        raise ValueError('not entered')

    def __exit__(self, *exc):
        pass

    @property
    def prop(self):
        return self.missing

    @prop.setter
    def prop(self, value):
        raise ValueError(value)

    def __format__(self, spec):
        return f'{self + 1:{spec}}'


class BrokenInit:
    def __init__(self, x):
        self.x = x.y


class BrokenNew:
    def __new__(cls):
        return BrokenInit(3)


class Sets:
    def __setattr__(self, name, value):
        raise AttributeError(name)

    def __delattr__(self, name):
        raise AttributeError(name)

    def __getattribute__(self, name):
        return object.__getattribute__(self, name)


b = Broken()


def in_place():
    x = b
    x += 1


def item_set():
    b[1] = 2


def item_del():
    del b[1]


def prop_set():
    b.prop = 9


def attr_set():
    Sets().x = 1


def attr_del():
    del Sets().x


def loop():
    for x in b:
        pass


def enter():
    with b:
        pass


def jump():
    if b == 1:
        pass
    elif b:
        pass


for action in (
    lambda: repr(b), lambda: str(b), lambda: f'{b!s}', lambda: b + 1, lambda: 1 + b, in_place, lambda: b == 1, lambda: b < 1,
    lambda: not b, lambda: bool(b), lambda: len(b), lambda: b[3], item_set, item_del, lambda: 1 in b, loop, lambda: list(b), lambda: -b,
    lambda: b(), lambda: hash(b), lambda: {b: 1}, lambda: b.other, lambda: b.other(), lambda: b.prop, lambda: b.prop(), prop_set,
    lambda: f'{b:3}', lambda: BrokenInit(1), BrokenNew, attr_set, attr_del, lambda: Sets().y, lambda: Sets().y(), enter, jump,
    lambda: sorted([b, b]), lambda: max([1, 2], key=lambda x: b.k), lambda: getattr(b, 'z'), lambda: getattr(b, 'prop'),
):
    try:
        action()
    except Exception:
        traceback.print_exc()
    else:
        print('no error')
