# An error while a class is being made.
class Settings:
    debug = True
    level = 3 if debug else 0
    names = ["a", "b"]
    first = names[level]
