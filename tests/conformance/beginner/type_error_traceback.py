# Text and number.
age = 7
print("age: " + age)
