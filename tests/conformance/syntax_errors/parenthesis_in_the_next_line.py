# The error shows in a line after the mistake.
total = (1 + 2 * (3 - 4)
for i in range(3):
    print(i)
