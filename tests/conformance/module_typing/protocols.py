# Protocol: structural checks at run time.
from typing import Protocol, runtime_checkable


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class HasName(Protocol):
    name: str


@runtime_checkable
class Named(HasName, Protocol):
    def greet(self) -> str:
        return "default greeting"


class File:
    def close(self):
        pass


class Person(Named):
    def __init__(self, name):
        self.name = name


class Duck:
    name = "duck"

    def greet(self):
        return "quack"


print(isinstance(File(), Closeable), isinstance(3, Closeable), issubclass(File, Closeable), issubclass(int, Closeable))
print(isinstance(Duck(), Named), isinstance(Person("p"), Named), Person("p").greet(), isinstance(File(), Named))
for work in (lambda: isinstance(3, HasName), lambda: issubclass(Duck, Named), lambda: Closeable(), lambda: issubclass(Duck, HasName)):
    try:
        print(work())
    except TypeError as error:
        print(error)
try:
    class Wrong(File, Protocol):
        pass
except TypeError as error:
    print(error)
try:
    @runtime_checkable
    class Plain:
        pass
except TypeError as error:
    print(error)
x = Duck()
print(isinstance(x, Named))
x.greet = None
print(isinstance(x, Named), Closeable.__protocol_attrs__, Named._is_protocol, Person._is_protocol)
