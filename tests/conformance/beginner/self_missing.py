# Forgetting self.
class Counter:
    def __init__(self):
        self.n = 0

    def up():
        self.n += 1


c = Counter()
try:
    c.up()
except TypeError as error:
    print(error)
try:
    Counter.up()
except NameError as error:
    print(error)
c.up()
