"""Which call of object.__new__ or object.__init__ is refused, and in which words."""


class Neither:
    pass


class OnlyInit:
    def __init__(self, *args):
        super().__init__(*args)


class OnlyNew:
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class NewWithout:
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)


class Both:
    def __new__(cls, *args):
        return super().__new__(cls)

    def __init__(self, *args):
        super().__init__(*args)


def attempt(call):
    try:
        print(type(call()).__name__)
    except TypeError as error:
        print(error)


attempt(lambda: Neither(1))
attempt(lambda: Neither(a=1))
attempt(lambda: OnlyInit())
attempt(lambda: OnlyInit(1))
attempt(lambda: OnlyNew())
attempt(lambda: OnlyNew(1))
attempt(lambda: NewWithout(1, 2))
attempt(lambda: Both(1))
attempt(lambda: object(1))
attempt(lambda: object().__init__(1))
attempt(lambda: Neither().__init__(1))
attempt(lambda: object.__new__(Neither, 1))
attempt(lambda: object.__new__())
attempt(lambda: object.__new__(int))
attempt(lambda: object.__new__(3))
attempt(lambda: len([1], obj=2))
attempt(lambda: "a".upper(1, x=2))
attempt(lambda: [].append(1, x=2))
