# An error in the handler, and a typo in the handler of that.
def load(name):
    try:
        return {"a": 1}[name]
    except KeyError as error:
        print("handling", error)
        return default_valeu


default_value = 5
try:
    load("b")
except NameError:
    print(load("a"))
    load("c")
