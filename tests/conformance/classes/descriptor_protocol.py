# Descriptors: which of instance dictionary and descriptor wins, __set_name__, __delete__, access through the class.


class Logged:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        print("get", self.name)
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        print("set", self.name, value)
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner=None):
        return "from the descriptor"


class Record:
    first = Logged()
    second = Logged()
    lazy = NonData()


record = Record()
print(record.first)
record.first = 10
print(record.first, record.__dict__)
del record.first
try:
    del record.first
except KeyError as error:
    print("KeyError", error)
print(type(Record.first).__name__, Record.lazy)
print(record.lazy)
record.lazy = "from the instance"
print(record.lazy)
del record.lazy
print(record.lazy)


class ReadOnly:
    def __get__(self, instance, owner=None):
        return 42

    def __set__(self, instance, value):
        raise AttributeError("can't be set")


class Holder:
    value = ReadOnly()


holder = Holder()
holder.__dict__["value"] = "hidden"
print(holder.value)
try:
    holder.value = 1
except AttributeError as error:
    print(error)
Holder.value = 7  # on the class, the descriptor itself is replaced
print(holder.value)


class Broken:
    def __set_name__(self, owner, name):
        raise RuntimeError(f"no {name}")


try:
    class Uses:
        attribute = Broken()
except RuntimeError as error:
    print(error, error.__notes__)
