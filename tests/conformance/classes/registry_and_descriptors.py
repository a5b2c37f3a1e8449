# A small model: typed fields as descriptors, a registry through __init_subclass__, validation.
class Field:
    def __init__(self, kind, *, default=None, check=None):
        self.kind, self.default, self.check = kind, default, check

    def __set_name__(self, owner, name):
        self.name, self.slot = name, "_" + name
        owner.fields = getattr(owner, "fields", ()) + (name,)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.slot, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: {self.kind.__name__} wanted, got {value!r}")
        if self.check and not self.check(value):
            raise ValueError(f"{self.name}: {value!r} is not allowed")
        setattr(instance, self.slot, value)

    def __delete__(self, instance):
        print("deleting", self.name)
        delattr(instance, self.slot)


class Model:
    registry = {}

    def __init_subclass__(cls, *, table=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.table = table or cls.__name__.lower() + "s"
        Model.registry[cls.table] = cls

    def __init__(self, **values):
        for name in self.fields:
            if name in values:
                setattr(self, name, values.pop(name))
        if values:
            raise TypeError(f"unknown: {', '.join(values)}")

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"


class User(Model):
    name = Field(str)
    age = Field(int, default=0, check=lambda n: n >= 0)


class Admin(User, table="staff"):
    level = Field(int, default=1)


u, a = User(name="Ann"), Admin(name="Bob", level=3, age=40)
print(u, a, User.fields, Admin.fields, vars(u), sorted(Model.registry), Admin.table, isinstance(User.name, Field))
for work in (lambda: User(name=5), lambda: setattr(u, "age", -1), lambda: User(nick="x"), lambda: u.missing, lambda: delattr(u, "age")):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
u.age = 7
del u.age
print(u.age, Model.registry["users"](name="new"))
