// SPDX-License-Identifier: MIT
#include "python/library/asyncio_module.h"
#include "python/library/context.h"
#include "python/number/hex_text.h"
#include "python/vm/exception.h"
#include "python/vm/gc.h"
#include "python/vm/generic_alias.h"
#include "python/vm/names.h"
#include "python/vm/signature.h"
#include "python/vm/vm.h"

/// contextvars: values that follow a task. A Context is a dict of its own, copied when it is changed while shared.
namespace loopscope::python {

namespace {

struct ContextObject : Object {
  Object* weaklist;
  Value values;   // dict; shared between copies until one of them changes it
  Value outer;    // what was current before run(); null when not entered
  bool entered;
};
struct ContextVarObject : Object {
  Value name;
  Value fallback;  // null: none
};
struct TokenObject : Object {
  Value var, context, old;  // old null: was missing
  bool used;
};

Type context_type{}, context_var_type{}, token_type{}, token_missing_type{};
Object token_missing{kImmortalRefcount, &token_missing_type};

ContextObject* context_of(Value v) { return v.as<ContextObject>(); }

ContextObject* make_context(Value values) {
  ContextObject* c = allocate_as<ContextObject>(&context_type);
  if (!c) return nullptr;
  c->values = Ref::share(values).release();
  gc_track(c);
  return c;
}

/// The thread's current context, made when first needed.
ContextObject* current_context() {
  Thread& thread = current_thread();
  if (!thread.context) {
    Own<Dict> empty = make_dict();
    ContextObject* c = make_context(empty);
    if (!c) return nullptr;
    thread.context = Value(c);
  }
  return context_of(thread.context);
}

/// The dict of `c`, its own.
Dict* writable(ContextObject* c) {
  if (c->values.object()->refcount > 1) {
    Own<Dict> copy = dict_copy(c->values.as<Dict>());
    if (!copy) return nullptr;
    assign(c->values, copy);
  }
  return c->values.as<Dict>();
}

// ---- Context ------------------------------------------------------------------------------------------------------------

void dealloc_context(Object* o) {
  ContextObject* c = static_cast<ContextObject*>(o);
  gc_untrack(o);
  clear(c->values);
  clear(c->outer);
  free_object(o);
}
void traverse_context(Object* o, Visitor& visit) {
  visit(static_cast<ContextObject*>(o)->values);
  visit(static_cast<ContextObject*>(o)->outer);
}

Ref new_context(Type*, const Args& args) {
  if (args.positional || args.keyword_count()) return raise(exc::TypeError, "Context() does not accept any arguments");
  Own<Dict> empty = make_dict();
  ContextObject* c = empty ? make_context(empty) : nullptr;
  return c ? Ref::steal(c) : Ref();
}

/// Runs a callable with the context current, and gives back the one before.
class ContextRun final : public NativeFrame {
 public:
  ContextRun(Value context, const Args& args) : context_(Ref::share(context)) {
    uint32_t total = args.positional + args.keyword_count();
    values_ = make_tuple(args.data, total);
    names_ = args.names ? Own<Tuple>::share(args.names) : Own<Tuple>();
  }
  Next resume(Resumed how, Ref value, Ref* result) override {
    ContextObject* c = context_of(context_);
    Thread& thread = current_thread();
    if (how == Resumed::started) {
      c->outer = thread.context;
      thread.context = Ref::share(context_).release();
      c->entered = true;
      uint32_t keywords = names_ ? names_->size : 0;
      Args args{values_->items + 1, values_->size - 1 - keywords, names_.get()};
      switch (call_from_native(values_->items[0], args, result)) {
        case Called::pushed: return Next::pushed;
        case Called::returned: leave(c, thread); return Next::done;
        case Called::raised: leave(c, thread); return Next::failed;
      }
    }
    leave(c, thread);
    if (how == Resumed::raised) return Next::failed;
    *result = std::move(value);
    return Next::done;
  }
  void traverse(Visitor& visit) override {
    visit(context_);
    visit(values_);
  }

 private:
  static void leave(ContextObject* c, Thread& thread) {
    Value inner = thread.context;
    thread.context = c->outer;
    c->outer = Value();
    c->entered = false;
    xdecref(inner);
  }
  Ref context_;
  Own<Tuple> values_, names_;
};

Ref run(Value self, const Args& args) {
  if (!args.positional) return raise(exc::TypeError, "run() missing 1 required positional argument");
  if (context_of(self)->entered) return raise(exc::RuntimeError, "cannot enter context: %R is already entered", self);
  push_native(std::make_unique<ContextRun>(self, args));
  return frame_pushed();
}

Ref copy(Value self, const Value*) { return copy_context(self); }
bool check_var(Value v) {
  if (is_exact(v, context_var_type)) return true;
  raise(exc::TypeError, "a ContextVar key was expected, got %R", v);
  return false;
}
Ref getitem(Value self, Value key) {
  if (!check_var(key)) return {};
  Value v = dict_get(context_of(self)->values.as<Dict>(), key);
  return v ? Ref::share(v) : Ref(raise_with(exc::KeyError, key));
}
Ref get(Value self, const Value* args) {
  if (!check_var(args[0])) return {};
  Value v = dict_get(context_of(self)->values.as<Dict>(), args[0]);
  return v ? Ref::share(v) : args[1] ? Ref::share(args[1]) : none();
}
int contains_slot(Value self, Value key) { return check_var(key) ? dict_contains(context_of(self)->values.as<Dict>(), key) : -1; }
ptrdiff_t length_slot(Value self) { return context_of(self)->values.as<Dict>()->used; }
Ref iterate_slot(Value self) { return iterate(context_of(self)->values); }
Ref part(Value self, const char* name) { return call_method(context_of(self)->values, intern(name)); }
Ref keys(Value self, const Value*) { return part(self, "keys"); }
Ref values(Value self, const Value*) { return part(self, "values"); }
Ref items(Value self, const Value*) { return part(self, "items"); }
Ref compare_context(Value a, Value b, CompareOp op) {
  if (!is_exact(b, context_type)) return not_implemented();
  return compare(context_of(a)->values, context_of(b)->values, op);
}

const NativeDef kContextMethods[] = {
    raw_native("run", run), {"copy", copy, ""},     {"get", get, "key, default=None, /"}, {"keys", keys, ""},
    {"values", values, ""}, {"items", items, ""}, {nullptr, nullptr, nullptr},
};

// ---- ContextVar, Token -----------------------------------------------------------------------------------------------------

ContextVarObject* var_of(Value v) { return v.as<ContextVarObject>(); }

Ref new_var(Type*, const Args& args) {
  BoundArgs bound(*Signature::of("name, /, *, default=<unrepresentable>"), {"ContextVar"}, args);
  if (!bound) return {};
  if (!is_str(bound[0])) return raise(exc::TypeError, "context variable name must be a str");
  ContextVarObject* v = allocate_as<ContextVarObject>(&context_var_type);
  if (!v) return {};
  v->name = Ref::share(bound[0]).release();
  v->fallback = Ref::share(bound[1]).release();
  gc_track(v);
  return Ref::steal(v);
}
void dealloc_var(Object* o) {
  gc_untrack(o);
  clear(static_cast<ContextVarObject*>(o)->name);
  clear(static_cast<ContextVarObject*>(o)->fallback);
  free_object(o);
}
void traverse_var(Object* o, Visitor& visit) { visit(static_cast<ContextVarObject*>(o)->fallback); }
bool hash_var(Value v, int64_t* out) { return *out = static_cast<int64_t>(v.bits() >> 4), true; }

Ref get_var(Value self, const Value* args) {
  Thread& thread = current_thread();
  if (thread.context) {
    Value v = dict_get(context_of(thread.context)->values.as<Dict>(), self);
    if (v) return Ref::share(v);
  }
  if (args[0]) return Ref::share(args[0]);
  if (var_of(self)->fallback) return Ref::share(var_of(self)->fallback);
  return raise_with(exc::LookupError, self);
}
Ref set_var(Value self, const Value* args) {
  ContextObject* c = current_context();
  if (!c) return {};
  TokenObject* token = allocate_as<TokenObject>(&token_type);
  if (!token) return {};
  token->var = Ref::share(self).release();
  token->context = Ref::share(c).release();
  token->old = Ref::share(dict_get(c->values.as<Dict>(), self)).release();
  gc_track(token);
  Ref result = Ref::steal(token);
  Dict* d = writable(c);
  return d && dict_set(d, self, args[0]) ? result : Ref();
}
Ref reset(Value self, const Value* args) {
  if (!is_exact(args[0], token_type)) return raise(exc::TypeError, "expected an instance of Token, got %R", args[0]);
  TokenObject* token = args[0].as<TokenObject>();
  if (token->used) return raise(exc::RuntimeError, "%R has already been used once", args[0]);
  if (token->var != self) return raise(exc::ValueError, "%R was created by a different ContextVar", args[0]);
  ContextObject* c = current_context();
  if (token->context != Value(c)) return raise(exc::ValueError, "%R was created in a different Context", args[0]);
  token->used = true;
  Dict* d = writable(c);
  if (!d) return {};
  if (token->old) return dict_set(d, self, token->old) ? none() : Ref();
  return dict_delete(d, self) < 0 ? Ref() : none();
}
Ref get_name(Value v) { return Ref::share(var_of(v)->name); }
Ref repr_var(Value v) {
  Ref name = repr(var_of(v)->name);
  std::string text = "<ContextVar name=" + to_utf8(name.as<Str>());
  if (var_of(v)->fallback) {
    Ref fallback = repr(var_of(v)->fallback);
    if (!fallback) return {};
    text += " default=" + to_utf8(fallback.as<Str>());
  }
  return make_str(text + " at " + address_text(v.object()) + ">");
}

const NativeDef kVarMethods[] = {
    {"get", get_var, "default=<unrepresentable>, /"},
    {"set", set_var, "value, /"},
    {"reset", reset, "token, /"},
    {"__class_getitem__", class_getitem, "item, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kVarAttributes[] = {{"name", get_name}, {nullptr, nullptr}};

void dealloc_token(Object* o) {
  TokenObject* t = static_cast<TokenObject*>(o);
  gc_untrack(o);
  clear(t->var);
  clear(t->context);
  clear(t->old);
  free_object(o);
}
void traverse_token(Object* o, Visitor& visit) {
  TokenObject* t = static_cast<TokenObject*>(o);
  visit(t->var);
  visit(t->context);
  visit(t->old);
}
Ref get_token_var(Value v) { return Ref::share(v.as<TokenObject>()->var); }
Ref get_old(Value v) {
  Value old = v.as<TokenObject>()->old;
  return Ref::share(old ? old : Value(&token_missing));
}
Ref repr_token(Value v) {
  TokenObject* t = v.as<TokenObject>();
  Ref var = repr(t->var);
  if (!var) return {};
  return make_str(std::string("<Token") + (t->used ? " used" : "") + " var=" + to_utf8(var.as<Str>()) + " at " +
                  address_text(t) + ">");
}
Ref repr_missing(Value) { return make_str("<Token.MISSING>"); }
const GetSetDef kTokenAttributes[] = {{"var", get_token_var}, {"old_value", get_old}, {nullptr, nullptr}};

Ref copy_context(Value, const Value*) {
  ContextObject* c = current_context();
  ContextObject* copied = c ? make_context(c->values) : nullptr;
  return copied ? Ref::steal(copied) : Ref();
}
const NativeDef kFunctions[] = {{"copy_context", copy_context, ""}, {nullptr, nullptr, nullptr}};

void ready_types() {
  Type& c = context_type;
  c.name = "_contextvars.Context";
  c.basic_size = sizeof(ContextObject);
  c.weaklist_offset = offsetof(ContextObject, weaklist);
  c.flags = kTypeGc;
  c.dealloc = dealloc_context;
  c.traverse = traverse_context;
  c.new_ = new_context;
  c.getitem = getitem;
  c.contains = contains_slot;
  c.length = length_slot;
  c.iter = iterate_slot;
  c.compare = compare_context;
  c.methods = kContextMethods;
  ready_type(&c);

  Type& v = context_var_type;
  v.name = "_contextvars.ContextVar";
  v.basic_size = sizeof(ContextVarObject);
  v.flags = kTypeGc;
  v.dealloc = dealloc_var;
  v.traverse = traverse_var;
  v.new_ = new_var;
  v.hash = hash_var;
  v.repr = repr_var;
  v.methods = kVarMethods;
  v.getset = kVarAttributes;
  ready_type(&v);

  Type& t = token_type;
  t.name = "_contextvars.Token";
  t.basic_size = sizeof(TokenObject);
  t.flags = kTypeGc | kTypeNoInstantiate;
  t.dealloc = dealloc_token;
  t.traverse = traverse_token;
  t.repr = repr_token;
  t.getset = kTokenAttributes;
  ready_type(&t);

  token_missing_type.name = "Token.MISSING";
  token_missing_type.flags = kTypeNoInstantiate;
  token_missing_type.basic_size = sizeof(Object);
  token_missing_type.repr = repr_missing;
  ready_type(&token_missing_type);
  set_type_attr(&token_type, intern("MISSING"), &token_missing);
}

bool initialize(Module* m) {
  ready_types();
  return module_add(m, kFunctions) && module_add(m, "Context", Value(&context_type)) &&
         module_add(m, "ContextVar", Value(&context_var_type)) && module_add(m, "Token", Value(&token_type));
}

}  // namespace

Ref copy_context(Value context) {
  ContextObject* c = make_context(context_of(context)->values);
  return c ? Ref::steal(c) : Ref();
}

void register_contextvars_module() {
  register_native_module("_contextvars", initialize);
}

}  // namespace loopscope::python
