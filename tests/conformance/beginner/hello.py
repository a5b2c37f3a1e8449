# The first program.
print("Hello, world!")
print("안녕하세요, 세계!")
print("Hello,", "Loopscope", 3, 4.5, True, None)
name = "Mina"
age = 7
print("My name is " + name + " and I am " + str(age) + ".")
print(f"Next year I am {age + 1}.")
