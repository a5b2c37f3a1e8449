class Shape:
    def __init__(self, name):
        self.name = name
        self.moves = 0

    def area(self):
        return 0

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        self.moves += 1
        return self


class Box(Shape):
    def __init__(self, x, y, width, height):
        super().__init__('box')
        self.x = x
        self.y = y
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    @property
    def right(self):
        return self.x + self.width


def work():
    total = 0
    for n in range(5_000):
        box = Box(n, n, 3, 4)
        box.move(1, 2).move(-1, -2)
        total += box.area() + box.right
    assert total == 12_572_500
