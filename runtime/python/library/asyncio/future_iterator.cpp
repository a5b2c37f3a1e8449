// SPDX-License-Identifier: MIT
#include "python/library/asyncio/objects.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generator.h"

/// What `await future` iterates: yields the future while it is pending, then gives its outcome.
namespace loopscope::python {

namespace {

struct FutureIterator : Object {
  Value future;  // null when over
};

FutureIterator* self_of(Value v) { return v.as<FutureIterator>(); }

SendStatus send_slot(Value self, Value, Ref* result) {
  FutureIterator* it = self_of(self);
  if (!it->future) {
    *result = none();
    return SendStatus::returned;
  }
  FutureObject* f = it->future.as<FutureObject>();
  if (!f->core) {
    raise(exc::RuntimeError, "Future object is not initialized.");
    return SendStatus::raised;
  }
  if (!f->core->done()) {
    if (f->blocking) {
      raise(exc::RuntimeError, "await wasn't used with future");
      return SendStatus::raised;
    }
    f->blocking = true;
    *result = Ref::share(it->future);
    return SendStatus::yielded;
  }
  Ref keep = Ref::steal(it->future);
  it->future = Value();
  *result = future_outcome(keep.as<FutureObject>());
  return *result ? SendStatus::returned : SendStatus::raised;
}

Ref to_python(SendStatus status, Ref result) {
  if (status == SendStatus::yielded) return result;
  if (status == SendStatus::returned) {
    if (result == kNone) return raise(exc::StopIteration, nullptr);
    return raise_with(exc::StopIteration, result);
  }
  return {};
}

Ref next_slot(Value self) {
  Ref result;
  SendStatus status = send_slot(self, kNone, &result);
  return to_python(status, std::move(result));
}
Ref send(Value self, const Value*) { return next_slot(self); }
Ref throw_method(Value self, const Value* args) {
  if (!check_throw_signature(args, "throw")) return {};
  Ref exception = normalize_exception(args[0], args[1]);
  if (!exception) return {};
  clear(self_of(self)->future);
  restore_pending(std::move(exception));
  return {};
}
Ref close(Value self, const Value*) {
  clear(self_of(self)->future);
  return none();
}
Ref identity(Value v) { return Ref::share(v); }

void dealloc(Object* o) {
  gc_untrack(o);
  clear(static_cast<FutureIterator*>(o)->future);
  free_object(o);
}
void traverse(Object* o, Visitor& visit) { visit(static_cast<FutureIterator*>(o)->future); }

const NativeDef kMethods[] = {
    {"send", send, "value, /"},
    {"throw", throw_method, "typ, val=None, tb=None, /"},
    {"close", close, ""},
    {nullptr, nullptr, nullptr},
};

Type future_iterator_type{};

}  // namespace

Ref make_future_iterator(Value future) {
  FutureIterator* it = allocate_as<FutureIterator>(&future_iterator_type);
  if (!it) return {};
  it->future = Ref::share(future).release();
  gc_track(it);
  return Ref::steal(it);
}

void ready_future_iterator_type() {
  Type& t = future_iterator_type;
  t.name = "_asyncio.FutureIter";
  t.basic_size = sizeof(FutureIterator);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.iter = identity;
  t.next = next_slot;
  t.send = send_slot;
  t.methods = kMethods;
  ready_type(&t);
}

}  // namespace loopscope::python
