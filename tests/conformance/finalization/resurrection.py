"""__del__ may bring its object back, once."""
import gc


class Phoenix:
    saved = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("__del__ of", self.name)
        Phoenix.saved.append(self)


bird = Phoenix("bird")
del bird
print([p.name for p in Phoenix.saved])
bird = Phoenix.saved.pop()
del bird
print("second time: silent", Phoenix.saved)

left, right = Phoenix("left"), Phoenix("right")
left.other, right.other = right, left
del left, right
gc.collect()
print(sorted(p.name for p in Phoenix.saved))
Phoenix.saved.clear()
print("collected", gc.collect())
