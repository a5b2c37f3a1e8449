# At the program's end: it waits for plain threads, not for daemons.
import threading
import time


def work(name, seconds):
    time.sleep(seconds)
    print(name, "has slept")


threading.Thread(target=work, args=("plain", 0.05)).start()
threading.Thread(target=work, args=("daemon, quick", 0.02), daemon=True).start()
threading.Thread(target=work, args=("daemon, slow", 5), daemon=True).start()
print("the main thread is over")
