"""What `__prepare__` gives is the namespace of the class body; it must be a mapping."""


class Recorder(dict):
    def __init__(self):
        super().__init__()
        self.order = []

    def __setitem__(self, key, value):
        if not key.startswith("__"):
            self.order.append(key)
        super().__setitem__(key, value)


class Recording(type):
    @classmethod
    def __prepare__(metacls, name, bases, **options):
        print("prepare", name, [base.__name__ for base in bases], options)
        return Recorder()

    def __new__(metacls, name, bases, namespace, **options):
        cls = super().__new__(metacls, name, bases, dict(namespace))
        cls.order = namespace.order
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)


class Form(metaclass=Recording, strict=True):
    name = "text"
    age = "number"
    name = "long text"


print(Form.order, Form.name)


class Wrong(type):
    def __prepare__(*args):
        return 3


try:
    class Broken(metaclass=Wrong):
        pass
except TypeError as error:
    print(error)


def not_a_class(name, bases, namespace):
    return name, bases, sorted(key for key in namespace if not key.startswith("__"))


not_a_class.__prepare__ = lambda name, bases: {"given": 1}


class Plain(metaclass=not_a_class):
    own = given + 1


print(Plain)
not_a_class.__prepare__ = lambda name, bases: None
try:
    class Broken(metaclass=not_a_class):
        pass
except TypeError as error:
    print(error)
