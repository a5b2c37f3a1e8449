# A property that checks its value.
class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def radius(self):
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError(f"a radius cannot be negative: {value}")
        self._radius = value


c = Circle(2)
c.radius += 1
print(c.radius)
c.radius -= 10
