name = "Mina
print(name)
