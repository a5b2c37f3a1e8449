"""gc tells which objects have been finalized, and which a generation holds."""
import gc
class A:
    def __del__(self): global kept; kept = self
a = A(); print(gc.is_finalized(a), gc.is_finalized([]), gc.is_finalized(3)); del a
print(gc.is_finalized(kept))
x = []; print(any(o is x for o in gc.get_objects()), any(o is x for o in gc.get_objects(generation=0)), any(o is x for o in gc.get_objects(generation=2)))
for g in (3, 5, -1, 'x'):
    try: gc.get_objects(generation=g)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
