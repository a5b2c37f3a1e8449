# ABCs: abstract properties, register, __subclasshook__, and the abstract set.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    @staticmethod
    @abstractmethod
    def sides(): ...

    def describe(self):
        return f"{type(self).__name__} of area {self.area}"


class Half(Shape):
    area = 3


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side**2

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def sides():
        return 4


print(Square(3).describe(), Square.unit().area, sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


@Shape.register
class Blob:
    pass


print(isinstance(Blob(), Shape), issubclass(Blob, Shape), Shape in Blob.__mro__, hasattr(Blob(), "describe"))


class Walker(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Walker:
            return any("walk" in vars(base) for base in other.__mro__) or NotImplemented
        return NotImplemented


class Dog:
    def walk(self):
        pass


class Trained(Walker):
    pass


print(issubclass(Dog, Walker), issubclass(int, Walker), isinstance(Dog(), Trained), issubclass(Trained, Walker))
try:
    Square.register(Shape)
except RuntimeError as error:
    print(error)
try:
    Shape.register(3)
except TypeError as error:
    print(error)
