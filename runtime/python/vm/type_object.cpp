// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/slots.h"
#include "python/vm/thread.h"
#include "python/vm/type_internal.h"
#include "python/vm/type_attributes.h"

/// `type`: making classes, calling them, their attributes.
namespace loopscope::python {

Value calling_module_name() {
  for (Frame* frame = current_thread().top; frame; frame = frame->back)
    if (frame->globals) return dict_get(frame->globals, names::__name__);
  return {};
}

Ref type_new(Type* meta, const Args& args) {
  if (args.positional != 3) {
    if (args.positional < 3)
      return raise(exc::TypeError, "type.__new__() takes exactly 3 arguments (%d given)",
                   static_cast<int>(args.positional));
    return raise(exc::TypeError, "type.__new__() takes exactly 3 arguments (%d given)",
                 static_cast<int>(args.positional));
  }
  const char* expected[] = {"str", "tuple", "dict"};
  bool right[] = {is_str(args[0]), is_tuple(args[1]), is_dict(args[2])};
  for (int i = 0; i < 3; i++)
    if (!right[i])
      return raise(exc::TypeError, "type.__new__() argument %d must be %s, not %T", i + 1, expected[i], args[i]);
  Tuple* bases = args[1].as<Tuple>();
  for (uint32_t i = 0; i < bases->size; i++)
    if (!has_type(bases->items[i], &type_type)) {
      if (get_attr_or_null(bases->items[i], names::__mro_entries__))
        return raise(exc::TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
  Type* winner = calculate_metaclass(meta, bases);
  if (!winner) return {};
  if (winner != meta && winner->new_ != type_new) return winner->new_(winner, args);
  return new_heap_type(winner, args[0].as<Str>(), bases, args[2].as<Dict>(), args);
}

static bool type_init(Value, const Args& args) {
  if (args.positional == 1 && args.keyword_count() != 0) {
    raise(exc::TypeError, "type.__init__() takes no keyword arguments");
    return false;
  }
  if (args.positional != 1 && args.positional != 3) {
    raise(exc::TypeError, "type.__init__() takes 1 or 3 arguments");
    return false;
  }
  return true;
}

namespace {

Ref find_type_attribute(Value self, Str* name, bool quiet) {
  Type* type = self.as<Type>();
  Type* meta = type->Object::type;
  Ref meta_attribute = Ref::share(lookup_in_type(meta, name));
  Type* meta_kind = meta_attribute ? type_of(meta_attribute) : nullptr;
  auto swallow = [&](Ref result) {
    if (!result && quiet && pending_is(exc::AttributeError)) clear_pending();
    return result;
  };
  if (meta_kind && meta_kind->set && meta_kind->get) return swallow(meta_kind->get(meta_attribute, self, meta));
  if (Ref attribute = Ref::share(lookup_in_type(type, name))) {
    Type* kind = type_of(attribute);
    return kind->get ? swallow(kind->get(attribute, Value(), type)) : attribute;
  }
  if (meta_attribute) return meta_kind->get ? swallow(meta_kind->get(meta_attribute, self, meta)) : meta_attribute;
  if (!quiet) raise_attribute_error(self, name, "type object '%N' has no attribute '%U'", type, name);
  return {};
}

void type_dealloc(Object* object) {
  Type* type = static_cast<Type*>(object);
  gc_untrack(object);
  clear_heap_type(type);
  std::free(type->subclasses);
  xdecref(Value(type->name_object));
  xdecref(Value(type->qualname));
  if (type->base) decref(static_cast<Object*>(type->base));
  free_object(object);
}

void type_traverse(Object* object, Visitor& visit) {
  Type* type = static_cast<Type*>(object);
  if (!(type->flags & kTypeHeap)) return;
  visit(Value(type->dict));
  visit(Value(type->bases));
  visit(Value(type->mro));
  visit(Value(type->base));
}

void type_clear(Object* object) {
  Type* type = static_cast<Type*>(object);
  if (type->flags & kTypeHeap) clear_heap_type(type);
}

Ref type_repr(Value v) { return make_str("<class '" + full_type_name(v.as<Type>()) + "'>"); }

// ---- methods ------------------------------------------------------------------------------------------------------

Ref type_mro(Value self, const Value*) {
  Own<Tuple> mro = compute_mro(self.as<Type>(), self.as<Type>()->bases);
  if (!mro) return {};
  return to_list(mro);
}

Ref type_subclasses(Value self, const Value*) {
  Type* type = self.as<Type>();
  Own<List> list = make_list(type->subclass_count);
  for (uint32_t i = 0; i < type->subclass_count; i++) list_append(list.get(), Value(type->subclasses[i]));
  return list;
}

Ref type_instancecheck(Value self, const Value* args) {
  Type* type = self.as<Type>();
  if (has_type(args[0], type)) return boolean(true);
  // A proxy may claim another class.
  Ref claimed = get_attr_or_null(args[0], names::__class__);
  if (!claimed && failed()) return {};
  return boolean(claimed && has_type(claimed, &type_type) && is_subtype(claimed.as<Type>(), type));
}

Ref type_subclasscheck(Value self, const Value* args) {
  if (!has_type(args[0], &type_type)) return raise(exc::TypeError, "issubclass() arg 1 must be a class");
  return boolean(is_subtype(args[0].as<Type>(), self.as<Type>()));
}

Ref type_prepare(Value, const Args&) { return make_dict(); }

Ref type_dir(Value self, const Value*) {
  Type* type = self.as<Type>();
  Own<Dict> all = make_dict();
  for (uint32_t i = 0; i < type->mro->size; i++) {
    uint32_t position = 0;
    Value key, value;
    Dict* dict = type->mro->items[i].as<Type>()->dict;
    while (dict && dict_next(dict, &position, &key, &value)) dict_set(all.get(), key, kNone);
  }
  return to_list(all);
}

Ref type_sizeof(Value, const Value*) { return make_int(sizeof(Type)); }

const NativeDef kTypeMethods[] = {
    {"mro", type_mro, ""},
    {"__subclasses__", type_subclasses, ""},
    {"__instancecheck__", type_instancecheck, "instance, /"},
    {"__subclasscheck__", type_subclasscheck, "subclass, /"},
    raw_native("__prepare__", type_prepare, kNativeClass),
    {"__dir__", type_dir, ""},
    {"__sizeof__", type_sizeof, ""},
    {nullptr, nullptr, nullptr},
};

Type make_type_type() {
  Type t;
  t.name = "type";
  t.flags = kTypeBase | kTypeGc | kTypeTypeSubclass;
  t.basic_size = sizeof(Type);
  t.weaklist_offset = offsetof(Type, weaklist);
  t.dealloc = type_dealloc;
  t.traverse = type_traverse;
  t.clear = type_clear;
  t.repr = type_repr;
  t.getattr = type_getattr;
  t.setattr = type_setattr;
  t.call = type_call;
  t.new_ = type_new;
  t.init = type_init;
  t.binary[static_cast<int>(BinaryOp::or_)] = type_or;
  t.methods = kTypeMethods;
  t.getset = kTypeGetSet;
  t.doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type";
  return t;
}

}  // namespace

Ref type_getattr(Value self, Str* name) { return find_type_attribute(self, name, false); }
Ref type_getattr_or_null(Value self, Str* name) { return find_type_attribute(self, name, true); }

bool type_setattr(Value self, Str* name, Value value) {
  Type* type = self.as<Type>();
  if (!(type->flags & kTypeHeap)) {
    raise(exc::TypeError, "cannot set '%U' attribute of immutable type '%N'", name, type);
    return false;
  }
  Ref meta_attribute = Ref::share(lookup_in_type(type->Object::type, name));
  if (meta_attribute && type_of(meta_attribute)->set) {
    bool ok = type_of(meta_attribute)->set(meta_attribute, self, value);
    return ok;
  }
  return set_type_attr(type, intern(name), value);
}

Type type_type = make_type_type();

}  // namespace loopscope::python
