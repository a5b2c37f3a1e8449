// SPDX-License-Identifier: MIT
#include "loop/queue.h"

#include "python/library/asyncio/sync_object.h"
#include "python/library/deque.h"
#include "python/library/heapq.h"
#include "python/number/hex_text.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"

/// asyncio.Queue, PriorityQueue and LifoQueue (asyncio.queues). The items are a Python object, `_queue`, which subclasses
/// may replace; every method that CPython's Queue calls on itself is looked up, so that they may override it.
namespace loopscope::python {

namespace {

struct QueueObject : SyncObject {
  loop::Queue core;
  Value items;       // owned: a deque, a list, or what a subclass has set
  Value maxsize;     // owned
  Value join_bound;  // owned: the loop of those who wait in join()
};

Type queue_type{}, priority_queue_type{}, lifo_queue_type{};

QueueObject* self_of(Value v) { return v.as<QueueObject>(); }

std::nullptr_t raise_queue_error(const char* name) {
  Ref module = import_module("asyncio.queues");
  Ref type = module ? get_attr(module, intern(name)) : Ref();
  return type ? raise_value(type) : nullptr;
}

Value items_of(Value self) {
  Value items = self_of(self)->items;
  if (!items) raise(exc::AttributeError, "'%T' object has no attribute '_queue'", self);
  return items;
}

/// Neither subclassed nor changed: its methods can be called directly.
bool is_plain(Value self) { return !(type_of(self)->flags & kTypeHeap) && !self.as<SyncObject>()->dict; }

/// `self.name(*arguments)`, where most classes have the built-in method.
Ref invoke(Value self, Str* name, const Value* argument = nullptr) {
  if (is_native_method(self, name)) {
    Value method = lookup_in_type(type_of(self), name);
    return method.as<NativeFunction>()->def->fn(self, argument);
  }
  return argument ? call_method(self, name, *argument) : call_method(self, name);
}
int invoke_truth(Value self, Str* name) {
  Ref answer = invoke(self, name);
  return answer ? truth(answer) : -1;
}

// ---- the items: what subclasses override ----------------------------------------------------------------------------------

Ref init_deque(Value self, const Value*) {
  Ref items = call(Value(&deque_type));
  if (!items) return {};
  assign(self_of(self)->items, items);
  return none();
}
Ref init_list(Value self, const Value*) {
  assign(self_of(self)->items, make_list());
  return none();
}

Ref put_last(Value self, const Value* args) {
  Value items = items_of(self);
  if (!items) return {};
  if (is_exact(items, deque_type)) return deque_append(items.as<Deque>(), args[0]) ? none() : Ref();
  if (is_exact(items, list_type)) return list_append(items.as<List>(), args[0]) ? none() : Ref();
  return call_method(items, names::append, args[0]) ? none() : Ref();
}
Ref put_heap(Value self, const Value* args) {
  Value items = items_of(self);
  if (!items) return {};
  if (!is_list(items)) return raise(exc::TypeError, "heappush() argument 1 must be list, not %T", items);
  Ref keep = Ref::share(items);
  return heap_push(items.as<List>(), args[0]) ? none() : Ref();
}

Ref get_first(Value self, const Value*) {
  Value items = items_of(self);
  if (!items) return {};
  if (is_exact(items, deque_type) && items.as<Deque>()->size) return deque_pop_left(items.as<Deque>());
  return call_method(items, intern("popleft"));
}
Ref get_last(Value self, const Value*) {
  Value items = items_of(self);
  return items ? call_method(items, intern("pop")) : Ref();
}
Ref get_least(Value self, const Value*) {
  Value items = items_of(self);
  if (!items) return {};
  if (!is_list(items)) return raise(exc::TypeError, "heappop() argument must be list, not %T", items);
  Ref keep = Ref::share(items);
  return heap_pop(items.as<List>());
}

// ---- size -------------------------------------------------------------------------------------------------------------------

Ref qsize(Value self, const Value*) {
  Value items = items_of(self);
  ptrdiff_t size = items ? length(items) : -1;
  return size < 0 ? Ref() : make_int(size);
}

int is_empty(Value self) {
  Value items = items_of(self);
  if (!items) return -1;
  if (is_exact(items, deque_type)) return items.as<Deque>()->size == 0;
  int filled = truth(items);
  return filled < 0 ? -1 : !filled;
}
Ref empty(Value self, const Value*) {
  int t = is_empty(self);
  return t < 0 ? Ref() : boolean(t);
}

int is_full(Value self) {
  static Str* name = intern("qsize");
  Value maxsize = self_of(self)->maxsize;
  if (maxsize.is_small() && maxsize.small_value() <= 0) return 0;
  if (is_plain(self) && maxsize.is_small() && self_of(self)->items && is_exact(self_of(self)->items, deque_type))
    return static_cast<int64_t>(self_of(self)->items.as<Deque>()->size) >= maxsize.small_value();
  Ref unlimited = compare(maxsize, Value::small(0), CompareOp::le);
  int t = unlimited ? truth(unlimited) : -1;
  if (t) return t < 0 ? -1 : 0;
  Ref size = invoke(self, name);
  Ref reached = size ? compare(size, maxsize, CompareOp::ge) : Ref();
  return reached ? truth(reached) : -1;
}
Ref full(Value self, const Value*) {
  int t = is_full(self);
  return t < 0 ? Ref() : boolean(t);
}

int ask_empty(Value self) {
  static Str* name = intern("empty");
  return is_plain(self) ? is_empty(self) : invoke_truth(self, name);
}
int ask_full(Value self) {
  static Str* name = intern("full");
  return is_plain(self) ? is_full(self) : invoke_truth(self, name);
}

// ---- put and get ------------------------------------------------------------------------------------------------------------

/// There is room.
Ref put_now(Value self, const Value* args) {
  static Str* name = intern("_put");
  bool first_in = is_plain(self) && type_of(self) == &queue_type;
  if (!(first_in ? put_last(self, args) : invoke(self, name, args))) return {};
  self_of(self)->core.item_put();
  return none();
}
/// There is an item.
Ref get_now(Value self) {
  static Str* name = intern("_get");
  bool first_in = is_plain(self) && type_of(self) == &queue_type;
  Ref item = first_in ? get_first(self, nullptr) : invoke(self, name);
  if (item) self_of(self)->core.item_taken();
  return item;
}

Ref put_nowait(Value self, const Value* args) {
  QueueObject* queue = self_of(self);
  if (queue->core.is_shut_down()) return raise_queue_error("QueueShutDown");
  int t = ask_full(self);
  if (t) return t < 0 ? nullptr : raise_queue_error("QueueFull");
  return put_now(self, args);
}

Ref get_nowait(Value self, const Value*) {
  QueueObject* queue = self_of(self);
  int t = ask_empty(self);
  if (t < 0) return {};
  if (t) return raise_queue_error(queue->core.is_shut_down() ? "QueueShutDown" : "QueueEmpty");
  return get_now(self);
}

/// put() and get() as coroutines: wait until there is room, or an item.
class Transfer final : public WaitingBody {
 public:
  /// `item` null: get.
  Transfer(Value self, Value item) : WaitingBody(self), item_(Ref::share(item)) {}

  SendStatus send(Value, Ref* result) override {
    static Str* putting = intern("put_nowait");
    static Str* getting = intern("get_nowait");
    QueueObject* queue = self_of(self_);
    waiter_ = nullptr;
    int t = blocked();
    if (t < 0) return SendStatus::raised;
    if (t) {
      if (queue->core.is_shut_down()) return raise_queue_error("QueueShutDown"), SendStatus::raised;
      LoopObject* loop = loop_for_waiting(self_, queue->bound);
      if (!loop) return SendStatus::raised;
      PythonWaiters factory(loop);
      waiter_ = item_ ? queue->core.enqueue_putter(factory) : queue->core.enqueue_getter(factory);
      return wait_on(waiter_, result);
    }
    Value item = item_;
    if (is_plain(self_) && !queue->core.is_shut_down())
      *result = item ? put_now(self_, &item) : get_now(self_);
    else
      *result = item ? invoke(self_, putting, &item) : invoke(self_, getting);
    return *result ? SendStatus::returned : SendStatus::raised;
  }

  SendStatus throw_in(Ref*) override {
    if (!waiter_) return SendStatus::raised;
    auto waiter = std::move(waiter_);
    Ref error = take_pending();
    int t = blocked();
    if (t < 0) return SendStatus::raised;
    if (item_)
      self_of(self_)->core.putter_abandoned(*waiter, t);
    else
      self_of(self_)->core.getter_abandoned(*waiter, t);
    restore_pending(std::move(error));
    return SendStatus::raised;
  }

  void traverse(Visitor& visit) override {
    WaitingBody::traverse(visit);
    visit(item_);
  }

 private:
  int blocked() const { return item_ ? ask_full(self_) : ask_empty(self_); }
  Ref item_;
};

constexpr NativeCoroutine kPut{"put", "Queue.put", "asyncio/queues.py", 125, 139};
constexpr NativeCoroutine kGet{"get", "Queue.get", "asyncio/queues.py", 172, 186};

Ref put(Value self, const Value* args) {
  return make_native_coroutine(std::make_unique<Transfer>(self, args[0]), kPut);
}
Ref get(Value self, const Value*) {
  return make_native_coroutine(std::make_unique<Transfer>(self, Value()), kGet);
}

/// The items of a first-in first-out queue as asyncio makes it, which is not shut down; else null.
Deque* plain_items(Value self) {
  QueueObject* queue = self_of(self);
  if (type_of(self) != &queue_type || queue->dict || queue->core.is_shut_down()) return nullptr;
  return queue->items && is_exact(queue->items, deque_type) ? queue->items.as<Deque>() : nullptr;
}
Ref put_at_once(Value self, const Value* args) {
  Deque* items = plain_items(self);
  if (!items || items->size == items->capacity) return {};
  Value maxsize = self_of(self)->maxsize;
  if (!maxsize.is_small()) return {};
  if (maxsize.small_value() > 0 && static_cast<intptr_t>(items->size) >= maxsize.small_value()) return {};
  deque_append(items, args[0]);
  self_of(self)->core.item_put();
  return none();
}
Ref get_at_once(Value self, const Value*) {
  Deque* items = plain_items(self);
  if (!items || !items->size) return {};
  Ref item = deque_pop_left(items);
  self_of(self)->core.item_taken();
  return item;
}

// ---- finished work ----------------------------------------------------------------------------------------------------------

class Join final : public WaitingBody {
 public:
  explicit Join(Value self) : WaitingBody(self) {}
  ~Join() override { finish(); }

  SendStatus send(Value, Ref* result) override {
    QueueObject* queue = self_of(self_);
    if (waiter_) {
      finish();
    } else if (queue->core.unfinished() > 0) {
      LoopObject* loop = loop_for_joining(queue);
      if (!loop) return SendStatus::raised;
      PythonWaiters factory(loop);
      waiter_ = queue->core.enqueue_joiner(factory);
      return wait_on(waiter_, result);
    }
    *result = none();
    return SendStatus::returned;
  }
  SendStatus throw_in(Ref*) override {
    finish();
    return SendStatus::raised;
  }

 private:
  /// In CPython an Event inside the queue, which is bound to a loop of its own.
  static LoopObject* loop_for_joining(QueueObject* queue) {
    LoopObject* loop = require_running_loop();
    if (!loop) return nullptr;
    if (!queue->join_bound) assign(queue->join_bound, Value(loop));
    if (queue->join_bound == Value(loop)) return loop;
    raise(exc::RuntimeError, "<asyncio.locks.Event object at %p [unset]> is bound to a different event loop",
          static_cast<void*>(queue));
    return nullptr;
  }
  void finish() {
    if (auto waiter = std::move(waiter_)) self_of(self_)->core.join_finished(*waiter);
  }
};

constexpr NativeCoroutine kJoin{"join", "Queue.join", "asyncio/queues.py", 242, 251};

Ref join(Value self, const Value*) {
  return make_native_coroutine(std::make_unique<Join>(self), kJoin);
}
Ref join_at_once(Value self, const Value*) { return self_of(self)->core.unfinished() ? Ref() : none(); }
Ref task_done(Value self, const Value*) {
  if (self_of(self)->core.task_done()) return none();
  return raise(exc::ValueError, "task_done() called too many times");
}

Ref shutdown(Value self, const Value* args) {
  static Str* name = intern("_get");
  int immediate = args[0] ? truth(args[0]) : 0;
  if (immediate < 0) return {};
  loop::Queue& core = self_of(self)->core;
  core.close();
  size_t discarded = 0;
  while (immediate) {
    int t = ask_empty(self);
    if (t < 0) return {};
    if (t) break;
    if (!invoke(self, name)) return {};
    discarded++;
  }
  core.shut_down(immediate, discarded);
  return none();
}

// ---- text -------------------------------------------------------------------------------------------------------------------

Ref format_queue(Value self, const Value*) {
  QueueObject* queue = self_of(self);
  Ref maxsize = repr(queue->maxsize);
  if (!maxsize) return {};
  std::string text = "maxsize=" + to_utf8(maxsize.as<Str>());
  if (queue->items) {
    int filled = truth(queue->items);
    if (filled < 0) return {};
    if (filled) {
      Own<List> items = to_list(queue->items);
      Ref shown = items ? repr(items) : Ref();
      if (!shown) return {};
      text += " _queue=" + to_utf8(shown.as<Str>());
    }
  }
  if (size_t n = queue->core.getters().size()) text += " _getters[" + std::to_string(n) + "]";
  if (size_t n = queue->core.putters().size()) text += " _putters[" + std::to_string(n) + "]";
  if (size_t n = queue->core.unfinished()) text += " tasks=" + std::to_string(n);
  if (queue->core.is_shut_down()) text += " shutdown";
  return make_str(text);
}
Ref described(Value self, bool address) {
  static Str* name = intern("_format");
  Ref format = invoke(self, name);
  Ref text = format ? str(format) : Ref();
  if (!text) return {};
  std::string at = address ? " at " + address_text(self.object()) : "";
  return make_str("<" + to_utf8(type_of(self)->name_object) + at + " " + to_utf8(text.as<Str>()) + ">");
}
Ref repr_queue(Value self) { return described(self, true); }
Ref str_queue(Value self) { return described(self, false); }

// ---- object -----------------------------------------------------------------------------------------------------------------

Ref new_queue(Type* type, const Args&) {
  QueueObject* queue = allocate_as<QueueObject>(type);
  if (!queue) return {};
  new (&queue->core) loop::Queue();
  queue->maxsize = Value::small(0);
  gc_track(queue);
  return Ref::steal(queue);
}
bool init_queue(Value self, const Args& args) {
  static Str* name = intern("_init");
  BoundArgs bound(*Signature::of("maxsize=0"), {"Queue.__init__", nullptr, true}, args);
  if (!bound) return false;
  Value maxsize = bound[0] ? bound[0] : Value::small(0);
  assign(self_of(self)->maxsize, maxsize);
  return static_cast<bool>(invoke(self, name, &maxsize));
}

void dealloc(Object* o) {
  QueueObject* queue = static_cast<QueueObject*>(o);
  gc_untrack(o);
  clear_sync(queue);
  clear(queue->items);
  clear(queue->maxsize);
  clear(queue->join_bound);
  queue->core.~Queue();
  free_object(o);
}
void traverse(Object* o, Visitor& visit) {
  QueueObject* queue = static_cast<QueueObject*>(o);
  traverse_sync(queue, visit);
  visit(queue->items);
  visit(queue->join_bound);
  visit_waiters(queue->core.getters(), visit);
  visit_waiters(queue->core.putters(), visit);
  visit_waiters(queue->core.joiners(), visit);
}
void clear_slot(Object* o) {
  QueueObject* queue = static_cast<QueueObject*>(o);
  clear_sync(queue);
  clear(queue->items);
  clear(queue->join_bound);
  queue->core.clear_references();
}

/// `_wakeup_next(self._getters)`, which subclasses with methods of their own call.
Ref wakeup_next(Value, const Value* args) {
  for (;;) {
    int more = truth(args[0]);
    if (more <= 0) return more < 0 ? Ref() : none();
    Ref waiter = call_method(args[0], intern("popleft"));
    if (!waiter) return {};
    if (!is_future(waiter) || waiter.as<FutureObject>()->core->done()) continue;
    waiter.as<FutureObject>()->core->wake();
    return none();
  }
}

Ref get_maxsize(Value self) { return Ref::share(self_of(self)->maxsize); }
bool set_maxsize(Value self, Value v) { return assign(self_of(self)->maxsize, v ? v : Value::small(0)), true; }
Ref get_items(Value self) { return Ref::share(items_of(self)); }
bool set_items(Value self, Value v) { return assign(self_of(self)->items, v), true; }
Ref get_getters(Value self) { return waiters_as_deque(self_of(self)->core.getters()); }
Ref get_putters(Value self) { return waiters_as_deque(self_of(self)->core.putters()); }
Ref get_unfinished(Value self) { return make_int(static_cast<int64_t>(self_of(self)->core.unfinished())); }
Ref get_shut_down(Value self) { return boolean(self_of(self)->core.is_shut_down()); }

const NativeDef kMethods[] = {
    native_coroutine("put", put, "item", kNativePythonStyle | kNativeCoroutine, put_at_once),
    native_coroutine("get", get, "", kNativePythonStyle | kNativeCoroutine, get_at_once),
    {"put_nowait", put_nowait, "item", kNativePythonStyle},
    {"get_nowait", get_nowait, "", kNativePythonStyle},
    {"qsize", qsize, "", kNativePythonStyle},
    {"empty", empty, "", kNativePythonStyle},
    {"full", full, "", kNativePythonStyle},
    {"task_done", task_done, "", kNativePythonStyle},
    native_coroutine("join", join, "", kNativePythonStyle | kNativeCoroutine, join_at_once),
    {"shutdown", shutdown, "immediate=False", kNativePythonStyle},
    {"_init", init_deque, "maxsize", kNativePythonStyle},
    {"_put", put_last, "item", kNativePythonStyle},
    {"_get", get_first, "", kNativePythonStyle},
    {"_format", format_queue, "", kNativePythonStyle},
    {"_wakeup_next", wakeup_next, "waiters", kNativePythonStyle},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const NativeDef kPriorityMethods[] = {
    {"_init", init_list, "maxsize", kNativePythonStyle},
    {"_put", put_heap, "item", kNativePythonStyle},
    {"_get", get_least, "", kNativePythonStyle},
    {nullptr, nullptr, nullptr},
};
const NativeDef kLifoMethods[] = {
    {"_init", init_list, "maxsize", kNativePythonStyle},
    {"_put", put_last, "item", kNativePythonStyle},
    {"_get", get_last, "", kNativePythonStyle},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kAttributes[] = {
    {"maxsize", get_maxsize},
    {"_maxsize", get_maxsize, set_maxsize},
    {"_queue", get_items, set_items},
    {"_getters", get_getters},
    {"_putters", get_putters},
    {"_unfinished_tasks", get_unfinished},
    {"_is_shutdown", get_shut_down},
    {"_loop", get_bound_loop},
    {nullptr, nullptr},
};

bool add(Module* module, Type& t, const char* name, const char* short_name, const NativeDef* methods) {
  setup_sync_type(t, name, sizeof(QueueObject));
  t.dealloc = dealloc;
  t.traverse = traverse;
  t.clear = clear_slot;
  t.repr = repr_queue;
  t.str = str_queue;
  t.new_ = new_queue;
  t.init = init_queue;
  t.methods = methods;
  if (&t == &queue_type)
    t.getset = kAttributes;
  else
    t.base = &queue_type;
  ready_type(&t);
  return module_add(module, short_name, Value(&t));
}

}  // namespace

bool add_queue_types(Module* module) {
  if (!import_module("collections")) return false;  // deque
  return add(module, queue_type, "asyncio.queues.Queue", "Queue", kMethods) &&
         add(module, priority_queue_type, "asyncio.queues.PriorityQueue", "PriorityQueue", kPriorityMethods) &&
         add(module, lifo_queue_type, "asyncio.queues.LifoQueue", "LifoQueue", kLifoMethods);
}

}  // namespace loopscope::python
