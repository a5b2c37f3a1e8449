"""How classes say what is pickled: __getstate__, __setstate__, __reduce__, __reduce_ex__, __getnewargs__, copyreg, persistent ids."""
import copyreg
import io
import pickle


class Connection:
    def __init__(self, host):
        self.host = host
        self.socket = object()

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["socket"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.socket = "reopened"


back = pickle.loads(pickle.dumps(Connection("example.org")))
print(back.__dict__)


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    def __reduce__(self):
        return Temperature, (self.celsius,), {"note": "reduced"}


back = pickle.loads(pickle.dumps(Temperature(21)))
print(back.celsius, back.note)


class Upper(str):
    def __new__(cls, text, mark):
        self = super().__new__(cls, text.upper())
        self.mark = mark
        return self

    def __getnewargs__(self):
        return str(self), self.mark


back = pickle.loads(pickle.dumps(Upper("abc", "!")))
print(type(back).__name__, back, back.mark)


class Keyed:
    def __new__(cls, *, key):
        self = super().__new__(cls)
        self.key = key
        return self

    def __getnewargs_ex__(self):
        return (), {"key": self.key}


print(pickle.loads(pickle.dumps(Keyed(key=3))).key)


class Money:
    def __init__(self, amount, currency):
        self.amount, self.currency = amount, currency


copyreg.pickle(Money, lambda money: (Money, (money.amount, money.currency)))
print(vars(pickle.loads(pickle.dumps(Money(5, "EUR")))))


class Basket(list):
    owner = None


basket = Basket([1, 2])
basket.owner = "me"
back = pickle.loads(pickle.dumps(basket))
print(type(back).__name__, list(back), back.owner)
print(object().__reduce_ex__(2)[0].__name__, basket.__reduce_ex__(2)[1:3])


class Writer(pickle.Pickler):
    def persistent_id(self, obj):
        return ("table", obj.row) if isinstance(obj, Row) else None


class Reader(pickle.Unpickler):
    def persistent_load(self, pid):
        return Row(pid[1] * 10)

    def find_class(self, module, name):
        if name == "eval":
            raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")
        return super().find_class(module, name)


class Row:
    def __init__(self, row):
        self.row = row


stream = io.BytesIO()
Writer(stream).dump([Row(4), "plain"])
stream.seek(0)
row, plain = Reader(stream).load()
print(row.row, plain)
try:
    Reader(io.BytesIO(pickle.dumps(eval))).load()
except pickle.UnpicklingError as error:
    print(error)
