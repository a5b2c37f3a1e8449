# __enter__ fails, and later __exit__ fails while another error is on its way.
class Door:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        if self.name == "locked":
            raise PermissionError("the door is locked")
        return self

    def __exit__(self, *details):
        raise RuntimeError("the door is stuck") from details[1]


try:
    with Door("locked"):
        pass
except PermissionError as error:
    print(error)
with Door("open") as door:
    print(door.nmae)
