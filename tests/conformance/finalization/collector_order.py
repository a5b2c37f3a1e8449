"""The collector calls finalizers in the order of creation, and all before any object is taken apart."""
import gc

gc.disable()


class Member:
    def __init__(self, name):
        self.name = name
        self.others = []

    def __del__(self):
        print(self.name, "still knows", [o.name for o in self.others])


def ring(*names):
    members = [Member(name) for name in names]
    for i, member in enumerate(members):
        member.others.append(members[(i + 1) % len(members)])


ring("a", "b", "c")
ring("x", "y")
print("found", gc.collect() > 0)


def chain_in_containers():
    holder = {}
    holder["self"] = holder
    holder["list"] = [Member("in list 0"), Member("in list 1")]
    holder["tuple"] = (Member("in tuple"),)
    holder["dict"] = {"k": Member("in dict")}


chain_in_containers()
gc.collect()
print("end of program")
