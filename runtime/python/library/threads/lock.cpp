// SPDX-License-Identifier: MIT
#include <string>

#include "python/library/threads/objects.h"
#include "python/number/hex_text.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"

/// `_thread.lock` and `_thread.RLock`. As CPython's, they are not handed over: a release wakes the thread that has waited
/// longest, but whoever asks first gets it.
namespace loopscope::python {

Type lock_type{}, rlock_type{};

namespace {

struct LockObject : Object {
  Object* weaklist;
  uint32_t owner;  // a thread's id; 0: free
  int64_t count;   // of a reentrant lock
  ThreadLine* waiters;
};

LockObject* self_of(Value v) { return v.as<LockObject>(); }
uint32_t me() { return current_thread().id; }

class AcquireFrame final : public WaitingFrame {
 public:
  AcquireFrame(LockObject* lock, double deadline, int64_t count = 1)
      : WaitingFrame(lock, *lock->waiters, deadline, "lock.acquire"), count_(count) {}

 private:
  bool take(Object* object) override {
    LockObject* lock = static_cast<LockObject*>(object);
    if (lock->owner) return false;
    lock->owner = me();
    lock->count = count_;
    return true;
  }
  int64_t count_;
};

Ref acquire_now_or_wait(LockObject* lock, const Patience& patience) {
  if (!lock->owner) {
    lock->owner = me();
    lock->count = 1;
    return boolean(true);
  }
  if (patience.none()) return boolean(false);
  push_native(std::make_unique<AcquireFrame>(lock, patience.deadline()));
  return frame_pushed();
}

void set_free(LockObject* lock) {
  lock->owner = 0;
  lock->count = 0;
  lock->waiters->wake_first();
}

Ref reset(Value self, const Value*) {
  set_free(self_of(self));
  return none();
}

// ---- lock ---------------------------------------------------------------------------------------------------------------

Ref acquire(Value self, const Value* args) {
  Patience patience;
  if (!read_patience(args[0], args[1], &patience)) return {};
  return acquire_now_or_wait(self_of(self), patience);
}
Ref release(Value self, const Value*) {
  if (!self_of(self)->owner) return raise(exc::RuntimeError, "release unlocked lock");
  set_free(self_of(self));
  return none();
}
Ref locked(Value self, const Value*) { return boolean(self_of(self)->owner != 0); }
Ref enter(Value self, const Value*) { return acquire_now_or_wait(self_of(self), {}); }
Ref exit(Value self, const Value*) { return release(self, nullptr); }

Ref new_lock(Type* type, const Args& args) {
  // RLock ignores what it is given, for the sake of subclasses with an __init__ of their own.
  bool ignores = is_subtype(type, &rlock_type);
  if (!ignores && args.keyword_count()) return raise(exc::TypeError, "lock() takes no keyword arguments");
  if (!ignores && args.positional)
    return raise(exc::TypeError, "lock expected 0 arguments, got %s", std::to_string(args.positional).c_str());
  LockObject* lock = allocate_as<LockObject>(type);
  if (!lock) return {};
  lock->waiters = new ThreadLine();
  return Ref::steal(lock);
}
Ref repr_lock(Value self) {
  return make_str(std::string(self_of(self)->owner ? "<locked" : "<unlocked") + " _thread.lock object at " +
                  address_text(self.object()) + ">");
}

// ---- RLock --------------------------------------------------------------------------------------------------------------

Ref acquire_again(Value self, const Value* args) {
  Patience patience;
  if (!read_patience(args[0], args[1], &patience)) return {};
  LockObject* lock = self_of(self);
  if (lock->owner == me()) {
    lock->count++;
    return boolean(true);
  }
  return acquire_now_or_wait(lock, patience);
}
Ref enter_again(Value self, const Value*) {
  const Value none_given[2] = {};
  return acquire_again(self, none_given);
}
bool check_owner(LockObject* lock) {
  if (lock->owner == me()) return true;
  raise(exc::RuntimeError, "cannot release un-acquired lock");
  return false;
}
Ref release_once(Value self, const Value*) {
  LockObject* lock = self_of(self);
  if (!check_owner(lock)) return {};
  if (--lock->count == 0) set_free(lock);
  return none();
}
Ref exit_again(Value self, const Value*) { return release_once(self, nullptr); }
Ref is_owned(Value self, const Value*) { return boolean(self_of(self)->owner == me()); }
Ref recursion_count(Value self, const Value*) {
  return make_int(self_of(self)->owner == me() ? self_of(self)->count : 0);
}
/// For Condition.wait(): gives it up however often it is held, and takes it back so.
Ref release_save(Value self, const Value*) {
  LockObject* lock = self_of(self);
  if (!lock->count) return raise(exc::RuntimeError, "cannot release un-acquired lock");
  Own<Tuple> state = tuple_of(make_int(lock->count).get(), make_int(lock->owner).get());
  set_free(lock);
  return state;
}
Ref acquire_restore(Value self, const Value* args) {
  int64_t count;
  if (!is_tuple(args[0]) || args[0].as<Tuple>()->size != 2 || !int_fits(args[0].as<Tuple>()->items[0], &count))
    return raise(exc::TypeError, "_acquire_restore() takes what _release_save() gives");
  LockObject* lock = self_of(self);
  if (lock->owner) {
    push_native(std::make_unique<AcquireFrame>(lock, Patience{}.deadline(), count));
    return frame_pushed();
  }
  lock->owner = me();
  lock->count = count;
  return none();
}
Ref repr_rlock(Value self) {
  LockObject* lock = self_of(self);
  std::string name = type_of(self) == &rlock_type ? rlock_type.name : to_utf8(type_of(self)->name_object);
  return make_str(std::string(lock->owner ? "<locked " : "<unlocked ") + name + " object owner=" +
                  std::to_string(lock->owner) + " count=" + std::to_string(lock->count) + " at " +
                  address_text(self.object()) + ">");
}

const NativeDef kLockMethods[] = {
    {"acquire", acquire, "blocking=True, timeout=-1"},
    {"acquire_lock", acquire, "blocking=True, timeout=-1"},
    {"release", release, ""},
    {"release_lock", release, ""},
    {"locked", locked, ""},
    {"locked_lock", locked, ""},
    {"__enter__", enter, ""},
    {"__exit__", exit, "*exc_info"},
    {"_at_fork_reinit", reset, ""},
    {nullptr, nullptr, nullptr},
};
const NativeDef kRLockMethods[] = {
    {"acquire", acquire_again, "blocking=True, timeout=-1"},
    {"release", release_once, ""},
    {"__enter__", enter_again, ""},
    {"__exit__", exit_again, "*exc_info"},
    {"_at_fork_reinit", reset, ""},
    {"_is_owned", is_owned, ""},
    {"_recursion_count", recursion_count, ""},
    {"_release_save", release_save, ""},
    {"_acquire_restore", acquire_restore, "state, /"},
    {nullptr, nullptr, nullptr},
};

void ready(Type& t, const char* name, Ref (*repr)(Value), const NativeDef* methods) {
  t.name = name;
  t.basic_size = sizeof(LockObject);
  t.weaklist_offset = offsetof(LockObject, weaklist);
  t.dealloc = [](Object* o) {
    clear_weakrefs(o);
    delete static_cast<LockObject*>(o)->waiters;
    free_object(o);
  };
  t.new_ = new_lock;
  t.repr = repr;
  t.methods = methods;
  ready_type(&t);
}

}  // namespace

void ready_lock_types() {
  ready(lock_type, "_thread.lock", repr_lock, kLockMethods);
  rlock_type.flags |= kTypeBase;
  ready(rlock_type, "_thread.RLock", repr_rlock, kRLockMethods);
}

}  // namespace loopscope::python
