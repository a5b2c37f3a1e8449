# FizzBuzz in four ways.
for i in range(1, 16):
    if i % 15 == 0:
        print("FizzBuzz", end=" ")
    elif i % 3 == 0:
        print("Fizz", end=" ")
    elif i % 5 == 0:
        print("Buzz", end=" ")
    else:
        print(i, end=" ")
print()
print(*["FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i for i in range(1, 16)])
print(*("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0) or i for i in range(1, 16)))
i = 0
while (i := i + 1) <= 15:
    match (i % 3, i % 5):
        case (0, 0):
            word = "FizzBuzz"
        case (0, _):
            word = "Fizz"
        case (_, 0):
            word = "Buzz"
        case _:
            word = str(i)
    print(word, end=" " if i < 15 else "\n")
