// SPDX-License-Identifier: MIT
#include <limits>
#include <vector>

#include "python/library/asyncio_module.h"
#include "python/number/hex_text.h"
#include "python/vm/exception.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// `_thread`: green threads and the lock that everything in `threading` is built on.
namespace loopscope::python {

namespace {

struct LockObject : Object {
  Object* weaklist;
  bool locked;
  std::vector<Thread*>* waiters;  // in the order in which they came
};
Type lock_type{};

LockObject* self_of(Value v) { return v.as<LockObject>(); }

constexpr double kForever = std::numeric_limits<double>::infinity();

/// lock.acquire() that has to wait.
class AcquireFrame final : public NativeFrame {
 public:
  AcquireFrame(LockObject* lock, double deadline) : lock_(Own<LockObject>::share(lock)), deadline_(deadline) {}
  Next resume(Resumed how, Ref, Ref* result) override {
    Thread& thread = current_thread();
    if (how == Resumed::raised) {
      leave(thread);
      return Next::failed;
    }
    if (!lock_->locked) {
      leave(thread);
      lock_->locked = true;
      *result = boolean(true);
      return Next::done;
    }
    sync_clock();
    if (waiting_ && vm.clock->peek() >= deadline_) {
      leave(thread);
      *result = boolean(false);
      return Next::done;
    }
    if (!waiting_) lock_->waiters->push_back(&thread);
    waiting_ = true;
    thread.state = ThreadState::blocked;
    thread.wake_at = deadline_;
    thread.blocked_on = "lock.acquire";
    thread.counts_as_blocking = true;
    return Next::blocked;
  }
  const char* label() const override { return "lock.acquire"; }

 private:
  void leave(Thread& thread) {
    thread.counts_as_blocking = false;
    thread.blocked_on = "";
    if (waiting_) std::erase(*lock_->waiters, &thread);
  }
  Own<LockObject> lock_;
  double deadline_;
  bool waiting_ = false;
};

Ref acquire(Value self, const Value* args) {
  LockObject* lock = self_of(self);
  int blocking = args[0] ? truth(args[0]) : 1;
  double timeout = -1;
  if (blocking < 0 || (args[1] && !to_double(args[1], &timeout))) return {};
  if (!blocking && timeout != -1) return raise(exc::ValueError, "can't specify a timeout for a non-blocking call");
  if (timeout < 0 && timeout != -1) return raise(exc::ValueError, "timeout value must be a non-negative number");
  if (!lock->locked) {
    lock->locked = true;
    return boolean(true);
  }
  if (!blocking || timeout == 0) return boolean(false);
  push_native(std::make_unique<AcquireFrame>(lock, timeout < 0 ? kForever : program_time() + timeout));
  return frame_pushed();
}
Ref release(Value self, const Value*) {
  LockObject* lock = self_of(self);
  if (!lock->locked) return raise(exc::RuntimeError, "release unlocked lock");
  lock->locked = false;
  if (!lock->waiters->empty()) unblock(lock->waiters->front());
  return none();
}
Ref locked(Value self, const Value*) { return boolean(self_of(self)->locked); }
Ref enter(Value self, const Value*) {
  const Value none_given[2] = {};
  return acquire(self, none_given);
}
Ref exit(Value self, const Value*) { return release(self, nullptr); }

Ref new_lock(Type* type, const Args&) {
  LockObject* lock = allocate_as<LockObject>(type);
  if (!lock) return {};
  lock->waiters = new std::vector<Thread*>();
  return Ref::steal(lock);
}
Ref repr_lock(Value self) {
  return make_str(std::string(self_of(self)->locked ? "<locked" : "<unlocked") + " _thread.lock object at " +
                  address_text(self.object()) + ">");
}

const NativeDef kLockMethods[] = {
    {"acquire", acquire, "blocking=True, timeout=-1"},
    {"release", release, ""},
    {"locked", locked, ""},
    {"__enter__", enter, ""},
    {"__exit__", exit, "*exc_info"},
    {nullptr, nullptr, nullptr},
};

// ---- functions --------------------------------------------------------------------------------------------------------------

Ref allocate_lock(Value, const Value*) { return new_lock(&lock_type, Args{}); }
Ref get_ident(Value, const Value*) { return make_int(current_thread().id); }

Ref start_new_thread(Value, const Value* args) {
  if (!is_callable(args[0])) return raise(exc::TypeError, "first arg must be callable");
  if (!is_tuple(args[1])) return raise(exc::TypeError, "2nd arg must be a tuple");
  if (args[2] && args[2] != kNone && !is_dict(args[2])) return raise(exc::TypeError, "optional 3rd arg must be a dictionary");
  Ref name = args[3] && args[3] != kNone ? str(args[3]) : Ref(make_str("Thread"));
  if (!name) return {};
  Thread* thread = start_thread(to_utf8(name.as<Str>()), args[0], args[1].as<Tuple>(),
                                args[2] && args[2] != kNone ? args[2].as<Dict>() : nullptr);
  int daemon = args[4] ? truth(args[4]) : 0;
  thread->daemon = daemon == 1;
  return make_int(thread->id);
}
/// The thread's own dict, for threading.local.
Ref local_dict(Value, const Value*) {
  Thread& thread = current_thread();
  if (!thread.local_data) thread.local_data = make_dict().release();
  return Ref::share(thread.local_data);
}
Ref set_name(Value, const Value* args) {
  int64_t ident;
  if (!int_fits(args[0], &ident) || !is_str(args[1])) return none();
  for (Thread* t : vm.threads)
    if (t->id == ident) t->name = to_utf8(args[1].as<Str>());
  return none();
}
/// Gives the turn to the next thread that is ready.
Ref yield_thread(Value, const Value*) { return block_until(0, "yield"); }
Ref count(Value, const Value*) {
  int64_t n = 0;
  for (Thread* t : vm.threads) n += t->state != ThreadState::finished;
  return make_int(n - 1);
}

const NativeDef kFunctions[] = {
    {"allocate_lock", allocate_lock, ""},
    {"get_ident", get_ident, ""},
    {"get_native_id", get_ident, ""},
    {"start_new_thread", start_new_thread, "function, args, kwargs=None, name=None, daemon=False, /"},
    {"_local_dict", local_dict, ""},
    {"_set_name", set_name, "ident, name, /"},
    {"_yield", yield_thread, ""},
    {"_count", count, ""},
    {nullptr, nullptr, nullptr},
};

bool initialize(Module* m) {
  Type& t = lock_type;
  t.name = "_thread.lock";
  t.basic_size = sizeof(LockObject);
  t.weaklist_offset = offsetof(LockObject, weaklist);
  t.dealloc = [](Object* o) {
    delete static_cast<LockObject*>(o)->waiters;
    free_object(o);
  };
  t.new_ = new_lock;
  t.repr = repr_lock;
  t.methods = kLockMethods;
  ready_type(&t);
  return module_add(m, kFunctions) && module_add(m, "LockType", Value(&lock_type)) && module_add(m, "lock", Value(&lock_type)) &&
         module_add(m, "error", Value(&exc::RuntimeError)) && module_add(m, "TIMEOUT_MAX", make_float(9223372036.0));
}

}  // namespace

void register_thread_module() { register_native_module("_thread", initialize); }

}  // namespace loopscope::python
