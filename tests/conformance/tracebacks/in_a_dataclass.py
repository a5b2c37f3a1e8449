# Errors around a dataclass.
from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: float
    tags: list = field(default_factory=list)

    def total(self, count):
        return self.price * count + self.shipping


item = Item("book", 12.5)
print(item)
try:
    Item("only a name")
except TypeError as error:
    print(error)
try:
    Item("a", 1, [], "too many")
except TypeError as error:
    print(error)
print(item.total(2))
