// SPDX-License-Identifier: MIT
#include "python/vm/super.h"

#include "python/vm/code_object.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/thread.h"
#include "python/vm/type_internal.h"
#include "python/bytecode/code.h"

namespace loopscope::python {
namespace {

struct Super : Object {
  Type* cls;    // owned
  Value self;   // null: unbound
  Type* owner;  // owned; type of self, or self when that is a subclass
};

Super* as_super(Value v) { return v.as<Super>(); }

void super_clear(Object* object) {
  auto* s = static_cast<Super*>(object);
  clear(s->self);
  Type *cls = s->cls, *owner = s->owner;
  s->cls = s->owner = nullptr;
  if (cls) decref(static_cast<Object*>(cls));
  if (owner) decref(static_cast<Object*>(owner));
}

void super_dealloc(Object* object) {
  gc_untrack(object);
  super_clear(object);
  free_object(object);
}

void super_traverse(Object* object, Visitor& visit) {
  auto* s = static_cast<Super*>(object);
  visit(Value(s->cls));
  visit(s->self);
  visit(Value(s->owner));
}

/// The class in whose MRO the search goes on. TypeError if `self` has nothing to do with `cls`.
Type* owner_of(Type* cls, Value self) {
  if (has_type(self, &type_type) && is_subtype(self.as<Type>(), cls)) return self.as<Type>();
  if (is_subtype(type_of(self), cls)) return type_of(self);
  Ref claimed = get_attr_or_null(self, names::__class__);
  if (claimed && has_type(claimed, &type_type) && claimed.get() != Value(type_of(self)) &&
      is_subtype(claimed.as<Type>(), cls))
    return claimed.as<Type>();
  if (failed()) return nullptr;
  bool is_class = has_type(self, &type_type);
  raise(exc::TypeError, "super(type, obj): obj (%s%N) is not an instance or subtype of type (%N).",
        is_class ? "type " : "instance of ", is_class ? self.as<Type>() : type_of(self), cls);
  return nullptr;
}

/// Borrowed, null if absent.
Value find_after(Type* cls, Type* owner, Str* name) {
  Tuple* mro = owner->mro;
  if (!mro) return {};
  uint32_t i = 0;
  while (i < mro->size && mro->items[i] != Value(cls)) i++;
  // The rest is mostly what the next class has itself, whose lookups are cached.
  if (i + 1 < mro->size) {
    Type* next = mro->items[i + 1].as<Type>();
    if (next->mro && next->mro->size == mro->size - i - 1) return lookup_in_type(next, name);
  }
  for (i++; i < mro->size; i++)
    if (Value found = dict_get(mro->items[i].as<Type>()->dict, name)) return found;
  return {};
}

Ref bind(Value attribute, Value self, Type* owner) {
  Type* kind = type_of(attribute);
  if (!kind->get) return Ref::share(attribute);
  Ref keep = Ref::share(attribute);
  return kind->get(attribute, self == Value(owner) ? Value() : self, owner);
}

Ref super_getattr(Value v, Str* name) {
  auto* s = as_super(v);
  if (s->owner && name != names::__class__) {
    if (Value found = find_after(s->cls, s->owner, name)) return bind(found, s->self, s->owner);
  }
  return generic_getattr(v, name);
}

/// super(): the class is in the frame's __class__ cell, the instance is its first argument.
bool find_zero_argument(Type** cls, Value* self) {
  Frame* frame = current_thread().top;
  while (frame && !frame->code) frame = frame->back;
  if (!frame) {
    raise(exc::RuntimeError, "super(): no current frame");
    return false;
  }
  CodeObject* code = frame->code;
  if (code->argcount == 0) {
    raise(exc::RuntimeError, "super(): no arguments");
    return false;
  }
  Value first = frame->locals()[0];
  if (first && is_exact(first, cell_type) && ((*code->source)->local_kinds[0] & kCell)) first = first.as<Cell>()->value;
  if (!first) {
    raise(exc::RuntimeError, "super(): arg[0] deleted");
    return false;
  }
  for (uint32_t i = code->local_count - code->free_count; i < code->local_count; i++) {
    if (code->local_names[i] != names::__class__) continue;
    Value cell = frame->locals()[i];
    Value found = cell && is_exact(cell, cell_type) ? cell.as<Cell>()->value : Value();
    if (!found) {
      raise(exc::RuntimeError, "super(): empty __class__ cell");
      return false;
    }
    *cls = found.as<Type>();
    *self = first;
    return true;
  }
  raise(exc::RuntimeError, "super(): __class__ cell not found");
  return false;
}

bool super_init(Value v, const Args& args) {
  if (args.keyword_count()) {
    raise(exc::TypeError, "super() takes no keyword arguments");
    return false;
  }
  if (args.positional > 2) {
    raise(exc::TypeError, "super expected at most 2 arguments, got %d", static_cast<int>(args.positional));
    return false;
  }
  Type* cls;
  Value self;
  if (args.positional == 0) {
    if (!find_zero_argument(&cls, &self)) return false;
  } else {
    if (!has_type(args[0], &type_type)) {
      raise(exc::TypeError, "super() argument 1 must be a type, not %T", args[0]);
      return false;
    }
    cls = args[0].as<Type>();
    if (args.positional == 2 && args[1] != kNone) self = args[1];
  }
  Type* owner = nullptr;
  if (self && !(owner = owner_of(cls, self))) return false;
  super_clear(v.object());
  auto* s = as_super(v);
  incref(static_cast<Object*>(cls));
  s->cls = cls;
  xincref(self);
  s->self = self;
  if (owner) incref(static_cast<Object*>(owner));
  s->owner = owner;
  return true;
}

Ref super_new(Type* type, const Args&) {
  Object* object = allocate(type);
  if (object) gc_track(object);
  return Ref::steal(object);
}

Ref super_get(Value v, Value instance, Type*) {
  auto* s = as_super(v);
  if (!instance || instance == kNone || s->self) return Ref::share(v);
  Value args[] = {Value(s->cls), instance};
  return call(Value(type_of(v)), Args{args, 2, nullptr});
}

Ref super_repr(Value v) {
  auto* s = as_super(v);
  std::string text = "<super: <class '" + (s->cls ? to_utf8(s->cls->name_object) : "NULL") + "'>, ";
  if (!s->owner) return make_str(text + "NULL>");
  return make_str(text + "<" + to_utf8(s->owner->name_object) + " object>>");
}

const GetSetDef kGetSet[] = {
    {"__thisclass__", [](Value v) { return as_super(v)->cls ? Ref::share(as_super(v)->cls) : none(); }},
    {"__self__", [](Value v) { return as_super(v)->self ? Ref::share(as_super(v)->self) : none(); }},
    {"__self_class__", [](Value v) { return as_super(v)->owner ? Ref::share(as_super(v)->owner) : none(); }},
    {nullptr, nullptr},
};

Type make_super_type() {
  Type t;
  t.name = "super";
  t.flags = kTypeBase | kTypeGc;
  t.basic_size = sizeof(Super);
  t.dealloc = super_dealloc;
  t.traverse = super_traverse;
  t.clear = super_clear;
  t.new_ = super_new;
  t.init = super_init;
  t.getattr = super_getattr;
  t.get = super_get;
  t.repr = super_repr;
  t.getset = kGetSet;
  return t;
}

std::nullptr_t raise_missing(Str* name) {
  return raise(exc::AttributeError, "'super' object has no attribute '%U'", name);
}

}  // namespace

Type super_type = make_super_type();

Ref super_lookup(Type* cls, Value self, Str* name) {
  Type* owner = owner_of(cls, self);
  if (!owner) return {};
  Value found = find_after(cls, owner, name);
  if (!found) {
    // What `super` objects have themselves.
    Value own = lookup_in_type(&super_type, name);
    if (!own) return raise_missing(name);
    Value args[] = {Value(cls), self};
    Ref object = call(Value(&super_type), Args{args, 2, nullptr});
    return object ? generic_getattr(object, name) : Ref();
  }
  return bind(found, self, owner);
}

Ref super_lookup_method(Type* cls, Value self, Str* name, Value* receiver) {
  *receiver = {};
  Type* owner = owner_of(cls, self);
  if (!owner) return {};
  Value found = find_after(cls, owner, name);
  if (found && (type_of(found)->flags & kTypeMethodDescriptor) && self != Value(owner)) {
    *receiver = self;
    return Ref::share(found);
  }
  return found ? bind(found, self, owner) : super_lookup(cls, self, name);
}

}  // namespace loopscope::python
