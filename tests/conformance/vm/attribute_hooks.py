# __getattr__ and its relatives: who is asked, what swallows an AttributeError and what does not.
class Hooked:
    shared = 'of the class'

    def __init__(self):
        self.own = 'own'

    def __getattr__(self, name):
        print(f'  __getattr__({name!r})')
        if name.startswith('no'):
            raise AttributeError(name, name=name, obj=self)
        return f'made {name}'

    @property
    def fails(self):
        print('  getter')
        raise AttributeError('inside the getter')

    @property
    def other(self):
        print('  getter')
        raise KeyError('inside the getter')

    @property
    def fine(self):
        return 'fine'

    def method(self):
        return 'method'


h = Hooked()
print(h.own, h.shared, h.fine, h.method())
print(h.absent)
print(h.fails)
for text in 'h.other', 'h.nothing', 'h.nothing()':
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))
print(getattr(h, 'fails', 'default'), getattr(h, 'nope', 'default'), getattr(h, 'own', 'default'))
print(hasattr(h, 'fails'), hasattr(h, 'nope'), hasattr(h, 'fine'), hasattr(h, 'own'))
try:
    hasattr(h, 'other')
except KeyError as error:
    print('KeyError', error)
h.absent = 'now there'
print(h.absent)
del h.own
print(h.own)
print(h.upper.upper(), h.call_me.title())


class Everything:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __getattribute__(self, name):
        if name.startswith('_'):
            return object.__getattribute__(self, name)
        print(f'  __getattribute__({name!r})')
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print(f'  __getattr__({name!r})')
        return len

    def method(self):
        return 'method of ' + self.name


e = Everything(name='e')
print(e.name, e.method(), e.other is len, e.other([1, 2]))
print(hasattr(e, 'x'), getattr(e, 'y', None) is len)


# Descriptors written in Python, with and without __set__.
class Reads:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print(f'  {self.name}.__get__ of a {owner.__name__}')
        if self.name.startswith('bad'):
            raise AttributeError(self.name)
        return lambda: f'{self.name} called'


class ReadsAndWrites(Reads):
    def __set__(self, instance, value):
        print(f'  {self.name}.__set__({value.__name__})')
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print(f'  {self.name}.__delete__')
        del instance.__dict__[self.name]


class Described:
    first = Reads()
    second = ReadsAndWrites()
    bad = Reads()
    bad_data = ReadsAndWrites()


class DescribedAndHooked(Described):
    def __getattr__(self, name):
        return lambda: f'hook for {name}'


for cls in Described, DescribedAndHooked:
    d = cls()
    print(d.first(), d.second(), type(cls.first).__name__)
    d.first = lambda: 'own first'
    d.second = lambda: 'own second'
    print(d.first(), d.second())
    del d.second
    for name in 'bad', 'bad_data', 'absent':
        try:
            print(getattr(d, name)())
        except AttributeError as error:
            print('AttributeError', error)
    try:
        print(d.bad(), d.bad_data())
    except AttributeError as error:
        print('AttributeError', error)


class Guarded:
    def __setattr__(self, name, value):
        print(f'  set {name} to {value!r}')
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print(f'  delete {name}')
        super().__delattr__(name)

    def __init__(self):
        self.x = 1

    @property
    def p(self):
        return self.x

    @p.setter
    def p(self, value):
        self.x = value

    @p.deleter
    def p(self):
        del self.x


g = Guarded()
g.p = 5
g.x += 1
print(g.p, vars(g))
del g.p
try:
    del g.x
except AttributeError as error:
    print(error)
