# The same quote inside a string.
print('It's raining')
