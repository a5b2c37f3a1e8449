# super() along the method resolution order.
class Base:
    def __init__(self):
        print("Base init")

    def hello(self):
        return ["Base"]


class Left(Base):
    def __init__(self):
        print("Left init")
        super().__init__()

    def hello(self):
        return ["Left"] + super().hello()


class Right(Base):
    def __init__(self):
        print("Right init")
        super().__init__()

    def hello(self):
        return ["Right"] + super().hello()


class Both(Left, Right):
    def __init__(self):
        print("Both init")
        super().__init__()

    def hello(self):
        return ["Both"] + super().hello()


b = Both()
print(b.hello())
print([c.__name__ for c in Both.__mro__])
print([c.__name__ for c in Both.mro()])
print(super(Left, b).hello(), super(Both, Both).hello(b))
print(issubclass(Both, Right), issubclass(Left, Right), issubclass(Left, (int, Base)))
print(isinstance(b, (str, Right)))
try:

    class Impossible(Base, Left):
        pass

except TypeError as error:
    print(str(error).splitlines()[0])
try:

    class Twice(Base, Base):
        pass

except TypeError as error:
    print(error)


class Alt:
    @classmethod
    def create(cls):
        return cls.__name__


class SubAlt(Alt):
    @classmethod
    def create(cls):
        return "sub " + super().create()

    @staticmethod
    def free():
        return super(SubAlt, SubAlt).create()


print(SubAlt.create(), SubAlt.free(), SubAlt().create())
print(Both.__base__.__name__, [c.__name__ for c in Base.__subclasses__()])
