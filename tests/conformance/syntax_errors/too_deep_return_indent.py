# One line with another indentation.
def f(x):
    if x:
        y = 1
      return y
