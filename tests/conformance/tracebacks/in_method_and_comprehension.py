# Frames of methods, lambdas, comprehensions and generators.
class Cart:
    def __init__(self, items):
        self.items = items

    def total(self):
        return sum(self.price(i) for i in self.items)

    def price(self, item):
        return (lambda x: int(x) * 2)(item)


def generate(cart):
    yield 1
    yield cart.total()


values = [n for n in generate(Cart(["1", "2", "x"]))]
