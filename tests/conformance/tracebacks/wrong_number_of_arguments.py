# A method called with too much.
class Calculator:
    def add(self, a, b):
        return a + b


calculator = Calculator()
print(calculator.add(1, 2))
try:
    calculator.add(1)
except TypeError as error:
    print(error)
calculator.add(1, 2, 3)
