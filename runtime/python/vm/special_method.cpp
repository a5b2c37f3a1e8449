// SPDX-License-Identifier: MIT
#include "python/vm/special_method.h"

#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/property.h"
#include "python/vm/slot_functions.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {

Function* special_function(Value v, Str* name) {
  Type* type = type_of(v);
  if (!(type->flags & kTypeHeap)) return nullptr;
  Value f = lookup_in_type(type, name);
  return f && is_exact(f, function_type) ? f.as<Function>() : nullptr;
}

Ref and_then(Frame* before, Ref result, Then then, Value kept) {
  if (!result || result != kFramePushed) return then(kept, std::move(result));
  Frame* lowest = lowest_above(before);
  if (lowest->on_return != OnReturn::push) {  // it has its own way of returning
    lowest->is_entry = true;
    return then(kept, run_pushed(current_thread()));
  }
  lowest->on_return = OnReturn::then;
  lowest->then = then;
  lowest->stage = 0;
  lowest->aux = Ref::share(kept).release();
  return result;
}

Ref call_then(Value callable, const Args& args, Then then, Value kept) {
  Frame* before = current_thread().top;
  return and_then(before, call_or_push(callable, args), then, kept);
}
Ref call_then(Value callable, Value a, Then then, Value kept) { return call_then(callable, Args{&a, 1, nullptr}, then, kept); }

// ---- text, iterators ---------------------------------------------------------------------------------------------------

Ref repr_tail(Value v) {
  Function* f = special_function(v, names::__repr__);
  if (!f) return repr(v);
  return call_then(f, v, [](Value, Ref text) -> Ref {
    if (!text || is_str(text)) return text;
    return raise(exc::TypeError, "__repr__ returned non-string (type %T)", text.get());
  });
}

Ref str_tail(Value v) {
  Function* f = special_function(v, type_of(v)->str == object_str ? names::__repr__ : names::__str__);
  if (!f) return str(v);
  return call_then(f, v, [](Value, Ref text) -> Ref {
    if (!text || is_str(text)) return text;
    return raise(exc::TypeError, "__str__ returned non-string (type %T)", text.get());
  });
}

Ref format_tail(Value v, Str* spec) {
  Type* type = type_of(v);
  if (!(type->flags & kTypeHeap)) return format(v, spec);
  if ((!spec || !spec->length) && lookup_in_type(type, names::__format__) == dict_get(object_type.dict, names::__format__))
    return str_tail(v);
  Function* f = special_function(v, names::__format__);
  if (!f) return format(v, spec);
  Ref text = spec ? Ref::share(spec) : make_str("");
  Value args[] = {v, text};
  return call_then(f, Args{args, 2, nullptr}, [](Value, Ref result) -> Ref {
    if (!result || is_str(result)) return result;
    return raise(exc::TypeError, "__format__ must return a str, not %T", result.get());
  });
}

Ref iterate_tail(Value v) {
  Function* f = special_function(v, names::__iter__);
  if (!f) return iterate(v);
  return call_then(f, v, [](Value, Ref iterator) -> Ref {
    if (!iterator || type_of(iterator)->next) return iterator;
    return raise(exc::TypeError, "iter() returned non-iterator of type '%T'", iterator.get());
  });
}

Ref truth_tail(Value v) {
  if (Function* f = special_function(v, names::__bool__))
    return call_then(f, v, [](Value, Ref result) -> Ref {
      int truth = result ? truth_of_bool(result) : -1;
      return truth < 0 ? Ref() : boolean(truth);
    });
  Function* f = type_of(v)->truth ? nullptr : special_function(v, names::__len__);
  if (f)
    return call_then(f, v, [](Value, Ref result) -> Ref {
      ptrdiff_t n = result ? length_of_len(result) : -1;
      return n < 0 ? Ref() : boolean(n > 0);
    });
  int truth = fast_truth(v);
  return truth < 0 ? Ref() : boolean(truth);
}

// ---- attributes --------------------------------------------------------------------------------------------------------

namespace {

/// Then: what __getattr__ of `kept` (object, name) raises knows what it is about.
Ref complete_error(Value kept, Ref value) {
  Value* pair = kept.as<Tuple>()->items;
  if (!value) complete_attribute_error(pair[0], pair[1].as<Str>());
  return value;
}

/// Then: there was no attribute for `kept` (object, name, __getattr__), which may know it.
Ref ask_getattr(Value kept, Ref value) {
  if (value || !pending_is(exc::AttributeError)) return value;
  clear_pending();
  Value* pair = kept.as<Tuple>()->items;
  return call_then(pair[2], Args{pair, 2, nullptr}, complete_error, kept);
}

/// The __get__ in Python of a descriptor that goes before v's own attributes.
Function* python_getter(Value v, Str* name, Value descriptor) {
  Type* kind = type_of(descriptor);
  if (!(kind->flags & kTypeHeap) || !kind->get) return nullptr;
  if (!kind->set) {
    Dict** own = instance_dict_slot(v);
    if (own && *own && dict_find(*own, name) >= 0) return nullptr;
  }
  return special_function(descriptor, names::__get__);
}

}  // namespace

Ref get_attr_tail(Value v, Str* name, bool quiet) {
  auto plainly = [&] { return quiet ? get_attr_or_null(v, name) : get_attr(v, name); };
  Type* type = type_of(v);
  Value of_class = lookup_in_type(type, name);
  Value args[] = {v, Value(name), Value(type)};
  uint32_t count = 2;
  Value f, hook;
  if (type->getattr == slot_getattr_hook) {
    hook = lookup_in_type(type, names::__getattr__);
    if (hook && !is_exact(hook, function_type)) return plainly();
    Value getattribute = lookup_in_type(type, names::__getattribute__);
    if (is_exact(getattribute, function_type))
      f = getattribute;
    else if (getattribute != dict_get(object_type.dict, names::__getattribute__))
      return plainly();
  } else if (type->getattr != generic_getattr) {
    return plainly();
  }
  if (!f && of_class) {
    if (Function* getter = property_function(of_class, PropertyFunction::getter)) {
      f = getter;
      count = 1;
    } else if (Function* get = python_getter(v, name, of_class)) {
      f = get;
      args[0] = of_class;
      args[1] = v;
      count = 3;
    }
  }
  if (f) {
    bool plain = !hook && count == 1;  // a property, of which nothing more is to be known
    if (plain) return tail_call(f, Args{args, count, nullptr});
    Own<Tuple> kept = hook ? tuple_of(v, Value(name), hook) : tuple_of(v, Value(name));
    return kept ? call_then(f, Args{args, count, nullptr}, hook ? ask_getattr : complete_error, kept) : Ref();
  }
  if (!hook) return plainly();
  Ref found = generic_getattr_or_null(v, name);
  if (found || failed()) return found;
  Own<Tuple> kept = tuple_of(v, Value(name));
  return kept ? call_then(hook, Args{args, 2, nullptr}, complete_error, kept) : Ref();
}

bool push_set_attr(Value v, Str* name, Value value) {
  Type* type = type_of(v);
  Value args[] = {v, Value(name), value};
  uint32_t count = value ? 3 : 2;
  Function* f = nullptr;
  if (type->setattr == slot_setattr) {
    f = special_function(v, value ? names::__setattr__ : names::__delattr__);
  } else if (type->setattr == generic_setattr) {
    Value of_class = lookup_in_type(type, name);
    if (!of_class || !type_of(of_class)->set) return false;
    f = property_function(of_class, value ? PropertyFunction::setter : PropertyFunction::deleter);
    if (f) {
      args[1] = value;
      count--;
    } else {
      f = special_function(of_class, value ? names::__set__ : names::__delete__);
      args[0] = of_class;
      args[1] = v;
    }
  }
  return f && push_function(f, Args{args, count, nullptr}, OnReturn::discard);
}

}  // namespace loopscope::python
