// SPDX-License-Identifier: MIT
#pragma once

#include <new>

#include "python/library/asyncio/sync.h"
#include "python/vm/gc.h"

/// What the objects around the loop's primitives do alike, whichever primitive it is.
namespace loopscope::python {

/// `Self` is a SyncObject whose `core`, the primitive, has waiters().
template <class Self>
struct SyncType {
  static Self* self_of(Object* o) { return static_cast<Self*>(o); }

  static Ref make(Type* type, const Args&) {
    Self* self = allocate_as<Self>(type);
    if (!self) return {};
    new (&self->core) decltype(self->core)();
    gc_track(self);
    return Ref::steal(self);
  }
  static void dealloc(Object* o) {
    using Core = decltype(Self::core);
    gc_untrack(o);
    clear_sync(self_of(o));
    self_of(o)->core.~Core();
    free_object(o);
  }
  static void traverse(Object* o, Visitor& visit) {
    traverse_sync(self_of(o), visit);
    visit_waiters(self_of(o)->core.waiters(), visit);
  }
  static void clear(Object* o) {
    clear_sync(self_of(o));
    self_of(o)->core.waiters().clear();
  }

  static void set_up(Type& t, const char* name) {
    setup_sync_type(t, name, sizeof(Self));
    t.new_ = make;
    t.dealloc = dealloc;
    t.traverse = traverse;
    t.clear = clear;
  }
};

/// A coroutine that waits, once, for a future which the primitive made for it.
class WaitingBody : public NativeBody {
 public:
  void traverse(Visitor& visit) override {
    visit(self_);
    visit(waiter_object(waiter_));
  }
  Value awaiting() override { return waiter_object(waiter_); }

 protected:
  explicit WaitingBody(Value self) : self_(Ref::share(self)) {}

  Ref self_;  // the Python object around the primitive
  loop::Ref<loop::Future> waiter_;
};

}  // namespace loopscope::python
