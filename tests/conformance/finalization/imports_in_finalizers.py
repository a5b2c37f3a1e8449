"""A finalizer at the end may use modules that the program has imported; they are still whole."""
import json
import math


class Logger:
    def __init__(self, values):
        self.values = values

    def __del__(self):
        print(json.dumps({"sum": math.fsum(self.values), "count": len(self.values)}))


log = Logger([0.1] * 10)


class Broken:
    def __del__(self):
        raise RuntimeError("from a finalizer at exit")


broken = Broken()
print("end of program")
