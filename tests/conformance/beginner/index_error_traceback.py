# One too far.
values = [1, 2, 3]
i = 0
while True:
    print(values[i])
    i += 1
