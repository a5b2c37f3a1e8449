# Special methods that call themselves on a smaller object go as deep as plain functions do.


class Nest:
    def __init__(self, depth):
        self.depth = depth

    def inner(self):
        return Nest(self.depth - 1)

    def __repr__(self):
        return f'<{self.inner()!r}>' if self.depth else 'o'

    def __str__(self):
        return '(' + str(self.inner()) + ')' if self.depth else 'o'

    def __format__(self, spec):
        return format(self.inner(), spec) + spec if self.depth else ''

    def __add__(self, other):
        return 1 + (self.inner() + other) if self.depth else other

    def __radd__(self, other):
        return other + self.inner() if self.depth else other

    def __isub__(self, other):
        if not self.depth:
            return 0
        below = self.inner()
        below -= other
        return below + 1

    def __neg__(self):
        return 1 - -self.inner() if self.depth else 0

    def __eq__(self, other):
        return self.inner() == other if self.depth else other == 0

    def __lt__(self, other):
        return self.inner() < other if self.depth else True

    def __bool__(self):
        return not (not self.inner()) if self.depth else True

    def __len__(self):
        return len(self.inner()) + 1 if self.depth else 0

    def __getitem__(self, key):
        return self.inner()[key] + 1 if self.depth else key

    def __setitem__(self, key, value):
        if self.depth:
            self.inner()[key] = value
        else:
            print('set', key, value)

    def __delitem__(self, key):
        if self.depth:
            del self.inner()[key]
        else:
            print('deleted', key)

    def __contains__(self, item):
        return item in self.inner() if self.depth else item == 'here'

    def __call__(self, x):
        return self.inner()(x + 1) if self.depth else x

    def __iter__(self):
        return iter(self.inner()) if self.depth else iter('end')

    def __enter__(self):
        if self.depth:
            with self.inner() as value:
                return value + 1
        return 0

    def __exit__(self, *exc):
        pass

    def __getattr__(self, name):
        return getattr(self.inner(), name) if self.depth else name

    @property
    def level(self):
        return self.inner().level + 1 if self.depth else 0

    @level.setter
    def level(self, value):
        if self.depth:
            self.inner().level = value
        else:
            print('level set to', value)


deep = Nest(450)
print(len(repr(deep)), len(str(deep)), len(format(deep, 'xy')))
print(deep + 7, 7 + deep, -deep)
other = deep
other -= 1
print(other)
print(deep == 0, deep != 0, deep < 3, bool(deep), not deep, len(deep))
print('jump' if deep else 'fall', 'jump' if deep == 1 else 'fall', deep and 1, 0 or (deep != 0))
print(deep[5], 'here' in deep, 'there' in deep, 'there' not in deep)
deep['key'] = 'value'
del deep['key']
print(deep(0), list(deep), deep.level, deep.whatever, getattr(deep, 'other', None))
deep.level = 3
with deep as value:
    print(value)


class Tree:
    def __new__(cls, depth):
        made = super().__new__(cls)
        made.child = cls(depth - 1) if depth else None
        return made

    def __init__(self, depth):
        self.size = 1 + (self.child.size if self.child else 0)


print(Tree(300).size)


class Squares(dict):
    def __missing__(self, n):
        self[n] = value = self[n - 1] + 2 * n - 1 if n else 0
        return value


print(Squares()[400])


class Anything:
    def __init__(self, depth):
        object.__setattr__(self, 'depth', depth)

    def __getattribute__(self, name):
        depth = object.__getattribute__(self, 'depth')
        return getattr(Anything(depth - 1), name) if depth else name

    def __setattr__(self, name, value):
        depth = object.__getattribute__(self, 'depth')
        if depth:
            setattr(Anything(depth - 1), name, value)
        else:
            print('set', name, value)


Anything(400).x = Anything(400).y


class Deep:
    def __get__(self, instance, owner):
        return Holder(instance.depth - 1).deep + 1 if instance.depth else 0

    def __set__(self, instance, value):
        if instance.depth:
            Holder(instance.depth - 1).deep = value
        else:
            print('descriptor set', value)


class Holder:
    deep = Deep()

    def __init__(self, depth):
        self.depth = depth


print(Holder(400).deep)
Holder(400).deep = 'v'


# Without an end it is a RecursionError, and the program goes on.
class Endless:
    def __repr__(self):
        return repr(self)

    def __add__(self, other):
        return self + other

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return self.other

    def __call__(self):
        return self()

    def __bool__(self):
        return bool(self) if self else False

    def __getitem__(self, key):
        return self[key]

    @property
    def prop(self):
        return self.prop

    def __iter__(self):
        return iter(self)


endless = Endless()
attempts = {
    'repr': lambda: repr(endless),
    'add': lambda: endless + 1,
    'eq': lambda: endless == 1,
    'getattr': lambda: endless.x,
    'call': lambda: endless(),
    'bool': lambda: not endless,
    'getitem': lambda: endless[0],
    'property': lambda: endless.prop,
    'iter': lambda: list(endless),
}
for name, attempt in attempts.items():
    try:
        attempt()
    except RecursionError as error:
        print(name, type(error).__name__)
