# A forgotten super().__init__.
class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} makes a sound"


class Dog(Animal):
    def __init__(self, name, breed):
        self.breed = breed


print(Animal("Tom").speak())
print(Dog("Rex", "collie").speak())
