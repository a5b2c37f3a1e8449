# How classes and instances come about: __call__ of metaclasses, __new__ and __init__, and what they pass on.
class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        print('Meta.__new__', name, [b.__name__ for b in bases], kwargs)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print('Meta.__init__', name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print('Meta.__call__', cls.__name__, args, kwargs)
        made = super().__call__(*args, **kwargs)
        print('made', made)
        return made

    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        print('prepare', name)
        return {'prepared': True}

    def __getattr__(cls, name):
        return f'Meta.__getattr__({name})'

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter(cls.__name__)

    def __contains__(cls, item):
        return item == 'in'

    def __getitem__(cls, key):
        return f'{cls.__name__}[{key}]'

    def __bool__(cls):
        return False

    def __add__(cls, other):
        return f'{cls.__name__}+{other}'

    def __lt__(cls, other):
        return 'less'

    def __repr__(cls):
        return f'<{cls.__name__}!>'

    @property
    def prop(cls):
        return f'property of {cls.__name__}'


class A(metaclass=Meta, option=1):
    def __new__(cls, *args, **kwargs):
        print('A.__new__', args, kwargs)
        return super().__new__(cls)

    def __init__(self, *args, **kwargs):
        print('A.__init__', args, kwargs)
        self.args = args

    def __repr__(self):
        return 'an A'


a = A(1, 2, k=3)
print(A.missing, A.prop, len(A), list(A), 'in' in A, A[3], bool(A), A + 1, A < 2, repr(A), A.prepared, a.args)
print('yes' if A else 'no', f'{A}', f'{a}', not A)


class B(A):
    def __init__(self):
        super().__init__('from B')


B()


class Other:
    def __new__(cls, what):
        return what

    def __init__(self, what):
        print('initialised', type(what).__name__)


print(Other(5), Other('text'))


class Sub(Other):
    pass


made = object.__new__(Sub)
print(Other(made) is made)


class Singleton:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        self.count = getattr(self, 'count', 0) + 1


print(Singleton() is Singleton(), Singleton().count)


class Celsius(float):
    def __new__(cls, value, unit='C'):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f'{float(self)}{self.unit}'


print(Celsius(3.5), Celsius(1, unit='K') + 1)


class Point(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


print(Point(3, 4), Point(3, 4).x)
for attempt in (lambda: A.__new__(), lambda: object(1), lambda: Point(1), lambda: Other(), lambda: type('T', (), {})(1),
                lambda: type('T', (), {'__init__': lambda self, x: None})(), lambda: type('T', (), {'__init__': lambda self: 3})(),
                lambda: type('T', (), {'__new__': lambda cls: 3, '__init__': lambda self: 1 / 0})(),
                lambda: type('T', (), {'__new__': lambda cls, x: object.__new__(cls)})(1),
                lambda: type('T', (), {'__new__': lambda cls: object.__new__(cls, 1)})(),
                lambda: type('T', (), {'__init__': None})(), lambda: int.__new__(str), lambda: type(1, 2), lambda: Meta('X', (), {})):
    try:
        made = attempt()
        print(type(made).__name__, made if isinstance(made, (int, type)) else '')
    except Exception as error:
        print(type(error).__name__, error)


class Registry(type):
    classes = {}

    def __setattr__(cls, name, value):
        print('set', name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print('del', name)
        super().__delattr__(name)

    def __instancecheck__(cls, instance):
        return instance == 'instance'

    def __subclasscheck__(cls, sub):
        return sub is int


class Registered(metaclass=Registry):
    pass


Registered.x = 1
del Registered.x
print(isinstance('instance', Registered), isinstance(5, Registered), issubclass(int, Registered), issubclass(str, Registered))


class Callback:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)

    def __get__(self, instance, owner=None):
        return self if instance is None else lambda *args: self.function(instance, *args)


class Uses:
    @Callback
    def method(self, *args):
        return args

    def __init_subclass__(cls, /, tag=None, **kwargs):
        print('init_subclass', cls.__name__, tag)
        super().__init_subclass__(**kwargs)

    def __class_getitem__(cls, item):
        return f'{cls.__name__} of {item}'


class Inherits(Uses, tag='t'):
    pass


print(Uses().method(1, 2), Inherits().method(), Uses[int], type(Uses.method).__name__)
