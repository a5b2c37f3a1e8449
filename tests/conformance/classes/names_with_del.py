"""A name that is an instance of a subclass of str may do anything when it is replaced."""


class Nasty(str):
    def __del__(self):
        action()


def action():
    pass


class Named:
    pass


def set_class_name():
    Named.__name__ = "other"


def set_class_qualname():
    Named.__qualname__ = "other"


def function():
    yield


def set_function_name():
    function.__name__ = "renamed"
    function.__qualname__ = "renamed"


action = set_class_name
Named.__name__ = Nasty("evil")
Named.__name__ = "normal"
print(Named.__name__)
action = set_class_qualname
Named.__qualname__ = Nasty("evil")
Named.__qualname__ = "normal"
print(Named.__qualname__)
action = set_function_name
function.__name__ = Nasty("evil")
function.__name__ = "normal"
function.__qualname__ = Nasty("evil")
function.__qualname__ = "normal"
print(function.__name__, function.__qualname__)
generator = function()


def set_generator_name():
    generator.__name__ = generator.__qualname__ = "renamed"


action = set_generator_name
generator.__name__ = Nasty("evil")
generator.__name__ = "normal"
generator.__qualname__ = Nasty("evil")
generator.__qualname__ = "normal"
print(generator.__name__, generator.__qualname__)


class Slotted:
    __slots__ = ()


class WithDict:
    pass


descriptor = WithDict.__dict__["__dict__"]
for value in (Slotted(), 5):
    try:
        descriptor.__set__(value, {})
    except TypeError as error:
        print(error)
error = ValueError(1)
error.__traceback__ = None
del action
