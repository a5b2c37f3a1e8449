"""In which order objects go at the end: what the module names first, then what containers hold."""


class Tracked:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


alone = Tracked("alone")
row = [Tracked("row 0"), Tracked("row 1"), Tracked("row 2")]
pair = (Tracked("pair 0"), Tracked("pair 1"))
table = {"x": Tracked("table x"), "y": Tracked("table y")}
_hidden = Tracked("_hidden")
lonely_set = {Tracked("in a set")}
last = Tracked("last")
print("end of program")
