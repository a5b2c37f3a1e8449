# A counter that is read, and written after a pause: without a lock, updates are lost.
import threading


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()
        self.meeting = None

    def deposit(self, amount):
        balance = self.balance
        if self.meeting is not None:
            self.meeting.wait()  # all of them have read the balance
        self.balance = balance + amount

    def deposit_safely(self, amount):
        with self.lock:
            self.deposit(amount)


def run(method, meeting=None):
    account = Account()
    account.meeting = meeting
    threads = [threading.Thread(target=getattr(account, method), args=(10,)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return account.balance


print("without a lock:", run("deposit", threading.Barrier(10)), "of 100")
print("with a lock:", run("deposit_safely"), "of 100")
