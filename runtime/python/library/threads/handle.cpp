// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "python/library/threads/objects.h"
#include "python/number/hex_text.h"
#include "python/vm/exception.h"
#include "python/vm/names.h"

namespace loopscope::python {

Type thread_handle_type{};

namespace {

using State = ThreadHandle::State;

ThreadHandle* self_of(Value v) { return v.as<ThreadHandle>(); }

void set_done(ThreadHandle* handle) {
  handle->state = State::done;
  handle->joiners->wake_all();
}

void thread_has_ended(Thread& thread) { set_done(thread.handle.as<ThreadHandle>()); }

class JoinFrame final : public WaitingFrame {
 public:
  JoinFrame(ThreadHandle* handle, double deadline) : WaitingFrame(handle, *handle->joiners, deadline, "thread.join") {}

 private:
  bool take(Object* object) override { return static_cast<ThreadHandle*>(object)->state == State::done; }
  Ref outcome(bool) override { return none(); }
};

/// The main thread at its end; threads may start others meanwhile.
class ShutdownFrame final : public NativeFrame {
 public:
  Next resume(Resumed how, Ref, Ref* result) override {
    if (how == Resumed::raised) return Next::failed;
    for (Thread* thread : vm.threads) {
      if (thread->daemon || thread->state == ThreadState::finished || thread == &current_thread() || !thread->handle) continue;
      push_native(std::make_unique<JoinFrame>(thread->handle.as<ThreadHandle>(), Patience{}.deadline()), OnReturn::native);
      return Next::pushed;
    }
    *result = none();
    return Next::done;
  }
  const char* label() const override { return "end of the program"; }
};

Ref join(Value self, const Value* args) {
  ThreadHandle* handle = self_of(self);
  double seconds = -1;
  if (args[0] && args[0] != kNone && !to_double(args[0], &seconds)) return {};
  if (handle->state == State::not_started) return raise(exc::RuntimeError, "thread not started");
  if (handle->ident == current_thread().id && handle->state == State::running)
    return raise(exc::RuntimeError, "Cannot join current thread");
  if (handle->state == State::done || seconds == 0) return none();
  push_native(std::make_unique<JoinFrame>(handle, Patience{true, seconds}.deadline()));
  return frame_pushed();
}
Ref is_done(Value self, const Value*) { return boolean(self_of(self)->state == State::done); }
Ref set_done_method(Value self, const Value*) {
  if (self_of(self)->state == State::not_started) return raise(exc::RuntimeError, "thread not started");
  set_done(self_of(self));
  return none();
}
Ref get_ident(Value self) { return make_int(self_of(self)->ident); }

Ref new_handle(Type*, const Args&) { return make_thread_handle(0, State::not_started); }
Ref repr_handle(Value self) {
  return make_str("<_ThreadHandle object: ident=" + std::to_string(self_of(self)->ident) + ">");
}

const NativeDef kMethods[] = {
    {"join", join, "timeout=None, /"},
    {"is_done", is_done, ""},
    {"_set_done", set_done_method, ""},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {{"ident", get_ident}, {nullptr, nullptr}};

/// threading's name of the thread whose bootstrap this is, for who watches.
std::string name_of(Value callable) {
  Ref owner = get_attr_or_null(callable, intern("__self__"));
  Ref name = owner ? get_attr_or_null(owner, intern("_name")) : Ref();
  clear_pending();
  return name && is_str(name) ? to_utf8(name.as<Str>()) : "Thread";
}

}  // namespace

Own<ThreadHandle> make_thread_handle(uint32_t ident, State state) {
  ThreadHandle* handle = allocate_as<ThreadHandle>(&thread_handle_type);
  if (!handle) return {};
  handle->ident = ident;
  handle->state = state;
  handle->joiners = new ThreadLine();
  return Own<ThreadHandle>::steal(handle);
}

bool start_thread_of(ThreadHandle* handle, Value callable, Tuple* args, Dict* kwargs, bool daemon) {
  if (handle->state != State::not_started) {
    raise(exc::RuntimeError, "thread already started");
    return false;
  }
  Thread* thread = start_thread(name_of(callable), callable, args, kwargs);
  thread->daemon = daemon;
  thread->handle = Ref::share(handle).release();
  thread->ended = thread_has_ended;
  handle->ident = thread->id;
  handle->state = State::running;
  return true;
}

Ref wait_for_all_threads(Value, const Value*) {
  push_native(std::make_unique<ShutdownFrame>());
  return frame_pushed();
}

void ready_thread_handle_type() {
  Type& t = thread_handle_type;
  t.name = "_thread._ThreadHandle";
  t.basic_size = sizeof(ThreadHandle);
  t.weaklist_offset = offsetof(ThreadHandle, weaklist);
  t.dealloc = [](Object* o) {
    clear_weakrefs(o);
    delete static_cast<ThreadHandle*>(o)->joiners;
    free_object(o);
  };
  t.new_ = new_handle;
  t.repr = repr_handle;
  t.methods = kMethods;
  t.getset = kGetSet;
  ready_type(&t);
}

}  // namespace loopscope::python
