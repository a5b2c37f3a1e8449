# elif after else.
n = 3
if n > 2:
    print("big")
else:
    print("small")
elif n == 0:
    print("zero")
