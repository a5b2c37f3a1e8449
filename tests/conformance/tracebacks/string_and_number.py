# Adding a number to text.
age = 30
print("I am", age, "years old")
print("Next year I am " + str(age + 1))
print("I am " + age + " years old")
