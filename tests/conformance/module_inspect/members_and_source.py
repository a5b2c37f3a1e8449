# inspect: members, docs, source, kinds of objects, frames.
import inspect


class Animal:
    """An animal.

        Indented more.
    """

    legs = 4

    def speak(self):
        # a comment
        return "..."

    @property
    def tall(self):
        return True

    @staticmethod
    def helper():
        pass


class Dog(Animal):
    def speak(self):
        return "woof"


def caller():
    frame = inspect.currentframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, inspect.stack()[1].function


def outer():
    return caller()


def generator():
    yield


print([n for n, _ in inspect.getmembers(Dog, inspect.isfunction)], [n for n, _ in inspect.getmembers(Dog()) if not n.startswith("__")])
print(inspect.getdoc(Animal), "|", inspect.getdoc(Dog), "|", inspect.cleandoc("  a\n    b\n    c"))
print(inspect.getsource(Dog), end="")
print(inspect.getsourcelines(Animal.speak)[1], inspect.getcomments(outer), inspect.getmro(Dog) == Dog.__mro__)
print(inspect.isclass(Dog), inspect.ismethod(Dog().speak), inspect.isfunction(Dog.speak), inspect.isbuiltin(len), inspect.isgeneratorfunction(generator), inspect.isgenerator(generator()), inspect.ismodule(inspect), inspect.isdatadescriptor(Animal.tall), inspect.isroutine(len))
print(outer(), inspect.getmodule(Dog).__name__)
print(isinstance(inspect.getattr_static(Animal, "helper"), staticmethod), inspect.getattr_static(Dog(), "legs"))
g = generator()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))


def counter():
    n = 0

    def step():
        nonlocal n
        n += len(str(outer))

    return step


print(inspect.getclosurevars(counter()).nonlocals, list(inspect.getclosurevars(counter()).globals), sorted(inspect.getclosurevars(counter()).builtins))
