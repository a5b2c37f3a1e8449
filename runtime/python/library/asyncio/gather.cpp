// SPDX-License-Identifier: MIT
#include "python/library/asyncio/gather.h"

#include "loop/describer.h"
#include "python/library/asyncio/origin.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/names.h"

/// asyncio.gather (asyncio.tasks).
namespace loopscope::python {

namespace {

GatherObject* self_of(Value v) { return v.as<GatherObject>(); }

// ---- children: our futures, or any object that says it is one -----------------------------------------------------------------

bool is_native(Value child) { return is_future(child) && child.as<FutureObject>()->core; }

int ask(Value child, const char* question) {
  Ref answer = call_method(child, intern(question));
  return answer ? truth(answer) : -1;
}
int is_done(Value child) { return is_native(child) ? child.as<FutureObject>()->core->done() : ask(child, "done"); }
int is_cancelled(Value child) {
  return is_native(child) ? child.as<FutureObject>()->core->cancelled() : ask(child, "cancelled");
}
/// None if it has none. Counts as retrieved.
Ref exception_of(Value child) {
  if (!is_native(child)) return call_method(child, names::exception);
  FutureObject* f = child.as<FutureObject>();
  f->log_traceback = false;
  return f->exception ? Ref::share(f->exception) : none();
}
Ref result_of(Value child) { return is_native(child) ? future_outcome(child.as<FutureObject>()) : call_method(child, names::result); }
Ref cancelled_error_of(Value child) {
  return is_native(child) ? make_cancelled_error(child.as<FutureObject>()) : call_method(child, intern("_make_cancelled_error"));
}

/// What return_exceptions=True puts in the place of a cancelled child.
Ref cancellation_as_result(Value child) {
  Ref message = get_attr(child, intern("_cancel_message"));
  if (!message) return {};
  return call(Value(&exc::CancelledError), message == kNone ? Value(intern("")) : message.get());
}

// ---- the end ------------------------------------------------------------------------------------------------------------------

bool finish(GatherObject* outer) {
  Own<List> results = make_list(outer->children->size);
  for (uint32_t i = 0; i < outer->children->size; i++) {
    Value child = outer->children->items[i];
    int cancelled = is_cancelled(child);
    if (cancelled < 0) return false;
    Ref result = cancelled ? cancellation_as_result(child) : exception_of(child);
    if (result == kNone && !cancelled) result = result_of(child);
    if (!result || !list_append(results.get(), result)) return false;
  }
  if (!outer->cancel_requested) return future_set_result(outer, results);
  Ref error = cancelled_error_of(outer->children->items[outer->children->size - 1]);
  return error && future_set_exception(outer, error);
}

bool child_done(GatherObject* outer, Value child) {
  outer->finished++;
  int cancelled = is_cancelled(child);
  if (cancelled < 0) return false;
  if (!outer->complete || outer->core->done()) return cancelled || exception_of(child);
  if (!outer->return_exceptions) {
    Ref error = cancelled ? cancelled_error_of(child) : exception_of(child);
    if (!error) return false;
    if (error != kNone) return future_set_exception(outer, error);
  }
  return outer->finished < outer->expected || finish(outer);
}

/// The callback in a child of ours. To the collector it is one reference to the gather.
class ChildDone final : public loop::Counted<loop::Handle> {
 public:
  ChildDone(GatherObject* outer, FutureObject* child)
      : Counted(child->core->loop()), outer_(Own<GatherObject>::share(outer)), child_(child) {}
  void run() override {
    // Its future has run out of callbacks by now and may be held by nobody else.
    Ref keep = Ref::share(outer_);
    if (!child_done(outer_.get(), child_)) write_unraisable("Exception in callback gather.<locals>._done_callback()", outer_);
  }
  void* collectable() override { return outer_.get(); }
  void describe(loop::Describer& describer) override { describer.label("gather"); }

 private:
  Own<GatherObject> outer_;
  FutureObject* child_;  // the gather holds it
};

/// The callback in any other child.
Ref foreign_child_done(Value self, const Value* args) { return child_done(self_of(self), args[0]) ? none() : Ref(); }
const NativeDef kForeignChildDone = {"_done_callback", foreign_child_done, "fut, /"};

bool watch(GatherObject* outer, Value child) {
  if (is_native(child)) {
    FutureObject* f = child.as<FutureObject>();
    f->core->add_callback(loop::Ref<loop::Handle>(loop::make_ref<ChildDone>(outer, f)));
    return true;
  }
  Ref callback = make_native_function(&kForeignChildDone, outer, Value());
  return callback && call_method(child, names::add_done_callback, callback);
}

// ---- the future -----------------------------------------------------------------------------------------------------------------

class GatherCore final : public FutureCore {
 public:
  using FutureCore::FutureCore;
  bool cancel_native(void* message) override {
    if (done()) return false;
    GatherObject* outer = static_cast<GatherObject*>(self());
    Ref keep = Ref::share(outer);
    Own<List> children = to_list(outer->children);
    bool requested = false;
    for (uint32_t i = 0; children && i < children->size; i++) {
      requested |= cancel_child(children->items[i], message);
      if (failed()) return true;
    }
    if (requested) outer->cancel_requested = true;
    return requested;
  }

 private:
  static bool cancel_child(Value child, void* message) {
    return is_native(child) ? child.as<FutureObject>()->core->cancel(message) : call_cancel(child, message);
  }
};

void dealloc(Object* o) {
  GatherObject* outer = static_cast<GatherObject*>(o);
  gc_untrack(o);
  if (outer->children) decref(Value(outer->children));
  outer->children = nullptr;
  future_dealloc(o);
}
void traverse(Object* o, Visitor& visit) {
  visit(static_cast<GatherObject*>(o)->children);
  future_traverse(o, visit);
}
void clear_slot(Object* o) {
  if (List* children = std::exchange(static_cast<GatherObject*>(o)->children, nullptr)) decref(Value(children));
  future_clear(o);
}

constexpr LibraryPlace kGather{"asyncio/tasks.py", 915, "gather"};

Own<GatherObject> make_gather(LoopObject* loop, uint32_t count, bool return_exceptions) {
  if (!loop) return {};
  GatherObject* outer = allocate_as<GatherObject>(&gathering_future_type);
  if (!outer) return {};
  outer->loop = loop;
  incref(Value(loop));
  outer->core = new GatherCore(outer, *loop->core, loop::AwaitKind::kGather);
  outer->children = make_list(count).release();
  outer->return_exceptions = return_exceptions;
  outer->origin = creation_stack(loop, StackDepth::all, &kGather).release();
  gc_track(outer);
  return Own<GatherObject>::steal(outer);
}

Ref asyncio_function(const char* module_name, const char* name) {
  Ref module = import_module(module_name);
  return module ? get_attr(module, intern(name)) : Ref();
}

constexpr LibraryPlace kEnsureFuture{"asyncio/tasks.py", 745, "ensure_future"};

/// ensure_future(argument, loop=loop); `loop` null: none is known yet.
Ref as_child(Value argument, Value loop) {
  LoopObject* running = running_loop();
  if (is_native(argument) && (!loop || Value(argument.as<FutureObject>()->loop) == loop)) return Ref::share(argument);
  bool plain = is_exact(argument, coroutine_type) && running && !running->task_factory && !running->closed;
  if (plain && (!loop || loop == Value(running))) return make_task(running, argument, Value(), Value(), &kEnsureFuture);
  static Str* keyword = intern("loop");
  Ref function = asyncio_function("asyncio.tasks", "ensure_future");
  Own<Tuple> keywords = tuple_of(Value(keyword));
  Value data[] = {argument, loop ? loop : kNone};
  return function ? call(function, Args{data, 1, keywords.get()}) : Ref();
}

/// Null: raised.
LoopObject* loop_of(Value child) {
  if (is_native(child)) return child.as<FutureObject>()->loop;
  Ref loop = call_method(child, names::get_loop);
  if (!loop) return nullptr;
  if (has_type(loop, &loop_type)) return loop.as<LoopObject>();
  raise(exc::TypeError, "loop must be an event loop, not %T", loop.get());
  return nullptr;
}

Ref empty_gather() {
  Ref get_event_loop = asyncio_function("asyncio.events", "get_event_loop");
  Ref loop = get_event_loop ? call(get_event_loop) : Ref();
  Ref outer = loop ? call_method(loop, intern("create_future")) : Ref();
  if (!outer || !call_method(outer, intern("set_result"), make_list())) return {};
  return outer;
}

Ref get_children(Value v) { return self_of(v)->children ? Ref::share(self_of(v)->children) : none(); }
const GetSetDef kAttributes[] = {{"_children", get_children}, {nullptr, nullptr}};

}  // namespace

Type gathering_future_type{};

const char* gather_callback_text() { return "gather.<locals>._done_callback() at /usr/lib/python3.13/asyncio/tasks.py:820"; }

Ref asyncio_gather(Value, const Value* args) {
  Tuple* arguments = args[0].as<Tuple>();
  int return_exceptions = args[1] ? truth(args[1]) : 0;
  if (return_exceptions < 0) return {};
  if (!arguments->size) return empty_gather();
  Own<Dict> known = make_dict(arguments->size);
  Own<List> done_already = make_list();
  Own<GatherObject> outer;
  for (uint32_t i = 0; i < arguments->size; i++) {
    Value argument = arguments->items[i];
    Ref child = Ref::share(dict_get(known.get(), argument));
    if (!child) {
      if (failed()) return {};
      child = as_child(argument, outer ? Value(outer->loop) : Value());
      if (!child || !dict_set(known.get(), argument, child)) return {};
      if (!outer) outer = make_gather(loop_of(child), arguments->size, return_exceptions);
      if (!outer) return {};
      // Made here: nobody else would hear that it is pending.
      if (child != argument && is_native(child)) child.as<FutureObject>()->log_destroy_pending = false;
      outer->expected++;
      int done = is_done(child);
      if (done < 0 || !(done ? list_append(done_already.get(), child) : watch(outer.get(), child))) return {};
    }
    if (!list_append(outer->children, child)) return {};
  }
  outer->complete = true;
  // Eager tasks: if all of them are done, so is the gather.
  for (uint32_t i = 0; i < done_already->size; i++)
    if (!child_done(outer.get(), done_already->items[i])) return {};
  return outer;
}

void ready_gathering_future_type() {
  Type& t = gathering_future_type;
  t.name = "asyncio.tasks._GatheringFuture";
  t.base = &future_type;
  t.basic_size = sizeof(GatherObject);
  t.dict_offset = offsetof(GatherObject, dict);
  t.weaklist_offset = offsetof(GatherObject, weaklist);
  t.flags = kTypeGc | kTypePythonClass | kTypeNoInstantiate;
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.finalize = future_type.finalize;
  t.repr = future_repr;
  t.getset = kAttributes;
  ready_type(&t);
}

}  // namespace loopscope::python
