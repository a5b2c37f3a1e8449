# property: getters, setters, deleters, inheritance.
class Temperature:
    def __init__(self, celsius):
        self._celsius = celsius

    @property
    def celsius(self):
        """Degrees."""
        print("get")
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        print("set", value)
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("del")
        self._celsius = None

    fahrenheit = property(lambda self: self._celsius * 9 / 5 + 32)


t = Temperature(20)
print(t.celsius, t.fahrenheit)
t.celsius = 30
t.celsius += 5
print(t.fahrenheit)
try:
    t.celsius = -300
except ValueError as error:
    print(error)
del t.celsius
print(t.celsius)
try:
    t.fahrenheit = 5
except AttributeError as error:
    print(error)
print(Temperature.celsius.__doc__, type(Temperature.celsius).__name__)


class Loud(Temperature):
    @property
    def celsius(self):
        return f"!{super().celsius}!"


print(Loud(1).celsius)


class Cached:
    calls = 0

    @property
    def value(self):
        Cached.calls += 1
        return Cached.calls

    def __getattr__(self, name):
        return f"fallback {name}"


c = Cached()
print(c.value, c.value, c.other)
c.__dict__["value"] = "instance"
print(c.value)
