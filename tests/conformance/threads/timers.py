# Timers fire once, later, in a thread of their own; they may be cancelled until then.
import threading
import time

log = []
timers = [threading.Timer(delay, log.append, args=(delay,)) for delay in (0.3, 0.1, 0.2)]
for timer in timers:
    timer.start()
timers[2].cancel()
print(log, [timer.is_alive() for timer in timers])
for timer in timers:
    timer.join()
print(log)
greeting = threading.Timer(0.01, lambda name, mark: log.append(f"hello {name}{mark}"), ["you"], {"mark": "!"})
print(greeting.interval, greeting.args, greeting.kwargs, greeting.daemon)
greeting.start()
time.sleep(0.03)
print(log[-1], greeting.finished.is_set())
greeting.cancel()


class Repeating(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks = []
clock = Repeating(0.2, lambda: ticks.append("tick"))
clock.start()
time.sleep(0.5)
clock.cancel()
clock.join()
print(ticks)
