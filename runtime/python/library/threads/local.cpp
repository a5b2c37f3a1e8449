// SPDX-License-Identifier: MIT
#include <utility>

#include "python/library/threads/objects.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"

/// threading.local: attributes that each thread has for itself. The threads own them (Thread::local_data), so that they
/// go when the thread ends.
namespace loopscope::python {

Type local_type{};

namespace {

struct LocalObject : Object {
  Object* weaklist;
  Dict* dict;  // borrowed, and only while an attribute is being looked up: the running thread's
  Value args;  // owned: what each thread's __init__ gets
  Value kwargs;
};

LocalObject* self_of(Value v) { return v.as<LocalObject>(); }

Ref key_of(Object* local) { return make_int(static_cast<int64_t>(reinterpret_cast<intptr_t>(local))); }

/// The running thread's attributes; new ones go through __init__. Null: exception.
Own<Dict> attributes_of(Value self) {
  Thread& thread = current_thread();
  if (!thread.local_data) thread.local_data = make_dict().release();
  Ref key = key_of(self.object());
  Dict* all = thread.local_data.as<Dict>();
  if (Value found = dict_get(all, key)) return Own<Dict>::share(found.as<Dict>());
  Own<Dict> fresh = make_dict();
  if (!fresh || !dict_set(all, key, fresh)) return {};
  LocalObject* local = self_of(self);
  Type* type = type_of(self);
  if (type == &local_type) return fresh;
  Ref init = get_attr(Value(type), intern("__init__"));
  if (!init) return {};
  Own<List> arguments = make_list();
  list_append(arguments.get(), self);
  if (local->args)
    for (uint32_t i = 0; i < local->args.as<Tuple>()->size; i++) list_append(arguments.get(), local->args.as<Tuple>()->items[i]);
  Own<Tuple> all_arguments = to_tuple(arguments);
  if (call_with(init, all_arguments.get(), local->kwargs ? local->kwargs.as<Dict>() : nullptr)) return fresh;
  Ref failure = take_pending();
  dict_delete(all, key);
  restore_pending(std::move(failure));
  return {};
}

/// Lends the object a dict for one look-up.
class Lend {
 public:
  Lend(Value self, Dict* dict) : local_(self_of(self)), before_(std::exchange(local_->dict, dict)) {}
  ~Lend() { local_->dict = before_; }
  Lend(const Lend&) = delete;

 private:
  LocalObject* local_;
  Dict* before_;
};

Ref getattr(Value self, Str* name) {
  Own<Dict> attributes = attributes_of(self);
  if (!attributes) return {};
  Lend lend(self, attributes.get());
  return generic_getattr(self, name);
}
bool setattr(Value self, Str* name, Value value) {
  Own<Dict> attributes = attributes_of(self);
  if (!attributes) return false;
  if (str_equals(name, "__dict__")) {
    raise(exc::AttributeError, "'%T' object attribute '__dict__' is read-only", self);
    return false;
  }
  Lend lend(self, attributes.get());
  return generic_setattr(self, name, value);
}

/// The first thread's __init__ is the call's own.
Ref new_local(Type* type, const Args& args) {
  if (type == &local_type && (args.positional || args.keyword_count()))
    return raise(exc::TypeError, "Initialization arguments are not supported");
  LocalObject* local = allocate_as<LocalObject>(type);
  if (!local) return {};
  Ref self = Ref::steal(local);
  local->args = make_tuple(args.data, args.positional).release();
  if (uint32_t n = args.keyword_count()) {
    Own<Dict> kwargs = make_dict();
    for (uint32_t i = 0; i < n; i++) dict_set(kwargs.get(), args.names->items[i], args.data[args.positional + i]);
    local->kwargs = kwargs.release();
  }
  gc_track(local);
  Thread& thread = current_thread();
  if (!thread.local_data) thread.local_data = make_dict().release();
  if (!dict_set(thread.local_data.as<Dict>(), key_of(local), make_dict())) return {};
  return self;
}

void clear_local(Object* o) {
  LocalObject* local = static_cast<LocalObject*>(o);
  clear(local->args);
  clear(local->kwargs);
}

void drop(Object* o) {
  gc_untrack(o);
  clear_weakrefs(o);
  Ref key = key_of(o);
  for (Thread* thread : vm.threads)
    if (thread->local_data) dict_delete(thread->local_data.as<Dict>(), key);
  clear_local(o);
  free_object(o);
}

}  // namespace

void ready_local_type() {
  Type& t = local_type;
  t.name = "_thread._local";
  t.flags |= kTypeBase | kTypeGc;
  t.basic_size = sizeof(LocalObject);
  t.weaklist_offset = offsetof(LocalObject, weaklist);
  t.dict_offset = offsetof(LocalObject, dict);
  t.dealloc = drop;
  t.traverse = [](Object* o, Visitor& visit) {
    visit(static_cast<LocalObject*>(o)->args);
    visit(static_cast<LocalObject*>(o)->kwargs);
  };
  t.clear = clear_local;
  t.new_ = new_local;
  t.getattr = getattr;
  t.setattr = setattr;
  ready_type(&t);
}

}  // namespace loopscope::python
