# A first class.
class Dog:
    """A dog with a name."""

    def __init__(self, name, age=1):
        self.name = name
        self.age = age
        self.tricks = []

    def add_trick(self, trick):
        self.tricks.append(trick)

    def bark(self):
        print(f"{self.name} says woof!")

    def __str__(self):
        return f"{self.name} ({self.age}) knows {', '.join(self.tricks) or 'nothing'}"


rex = Dog("Rex", 3)
fido = Dog("Fido")
rex.add_trick("roll")
rex.add_trick("jump")
rex.bark()
fido.bark()
print(rex)
print(fido)
fido.age += 1
print(fido.age, isinstance(fido, Dog), type(fido).__name__, Dog.__doc__)


class Puppy(Dog):
    def bark(self):
        print(f"{self.name} says yip!")


puppies = [Puppy("A", 0), Dog("B"), Puppy("C", 0)]
for p in puppies:
    p.bark()
print([str(p) for p in puppies], sum(p.age for p in puppies))
