// SPDX-License-Identifier: MIT
#include <vector>

#include "python/vm/class_builder.h"
#include "python/vm/gc.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"
#include "python/vm/type_internal.h"

namespace loopscope::python {

namespace {

/// Replaces bases that are no classes by what their __mro_entries__ gives (typing.Generic[T], NamedTuple...).
Own<Tuple> resolve_bases(Tuple* bases, bool* changed) {
  std::vector<Ref> resolved;
  *changed = false;
  for (uint32_t i = 0; i < bases->size; i++) {
    Value base = bases->items[i];
    if (has_type(base, &type_type)) {
      resolved.push_back(Ref::share(base));
      continue;
    }
    Ref entries = get_attr_or_null(base, names::__mro_entries__);
    if (!entries) {
      if (failed()) return {};
      resolved.push_back(Ref::share(base));
      continue;
    }
    Ref replaced = call(entries, bases);
    if (!replaced) return {};
    if (!is_tuple(replaced)) {
      raise(exc::TypeError, "__mro_entries__ must return a tuple");
      return {};
    }
    *changed = true;
    for (uint32_t k = 0; k < replaced.as<Tuple>()->size; k++)
      resolved.push_back(Ref::share(replaced.as<Tuple>()->items[k]));
  }
  Own<Tuple> result = make_tuple(static_cast<uint32_t>(resolved.size()));
  for (uint32_t i = 0; result && i < resolved.size(); i++) result->items[i] = resolved[i].release();
  return result;
}

}  // namespace

Ref build_class(Value, const Args& args) {
  if (args.positional < 2) return raise(exc::TypeError, "__build_class__: not enough arguments");
  Value body = args[0], name = args[1];
  if (!is_exact(body, function_type)) return raise(exc::TypeError, "__build_class__: func must be a function");
  if (!is_str(name)) return raise(exc::TypeError, "__build_class__: name is not a string");
  Own<Tuple> written = make_tuple(args.data + 2, args.positional - 2);
  bool changed;
  Own<Tuple> bases = resolve_bases(written.get(), &changed);
  if (!bases) return {};

  // Keywords without `metaclass`.
  Ref metaclass;
  std::vector<Value> values;
  std::vector<Value> keys;
  for (uint32_t i = 0; i < args.keyword_count(); i++) {
    Value key = args.names->items[i], v = args.data[args.positional + i];
    if (str_equals(key.as<Str>(), "metaclass")) {
      metaclass = Ref::share(v);
      continue;
    }
    keys.push_back(key);
    values.push_back(v);
  }
  Own<Tuple> keywords = keys.empty() ? Own<Tuple>() : make_tuple(keys.data(), static_cast<uint32_t>(keys.size()));
  bool meta_is_class = true;
  if (!metaclass) {
    metaclass = bases->size ? Ref::share(type_of(bases->items[0])) : Ref::share(&type_type);
  } else {
    meta_is_class = has_type(metaclass, &type_type);
  }
  if (meta_is_class) {
    Type* winner = calculate_metaclass(static_cast<Type*>(metaclass.get().object()), bases.get());
    if (!winner) return {};
    metaclass = Ref::share(winner);
  }

  // The namespace.
  Ref ns;
  Ref prepare = metaclass.get() == Value(&type_type) ? Ref() : get_attr_or_null(metaclass, names::__prepare__);
  if (failed()) return {};
  std::vector<Value> call_values = {name, bases};
  call_values.insert(call_values.end(), values.begin(), values.end());
  if (prepare) {
    ns = call(prepare, Args{call_values.data(), 2, keywords.get()});
    if (!ns) return {};
    if (!is_dict(ns) && !type_of(ns)->getitem)
      return meta_is_class ? raise(exc::TypeError, "%N.__prepare__() must return a mapping, not %T",
                                   static_cast<Type*>(metaclass.get().object()), ns.get())
                           : raise(exc::TypeError, "<metaclass>.__prepare__() must return a mapping, not %T", ns.get());
  } else {
    ns = make_dict();
  }

  // The body runs with the namespace as its locals; it returns the __class__ cell (or None).
  if (!push_function(body.as<Function>(), Args{}, OnReturn::entry)) return {};
  Thread& thread = current_thread();
  assign(thread.top->mapping, ns);
  Ref cell = run_pushed(thread);
  if (!cell) return {};
  if (changed && !set_item(ns, intern("__orig_bases__"), written)) return {};

  call_values[1] = bases;
  call_values.push_back(Value());
  for (size_t i = call_values.size() - 1; i > 2; i--) call_values[i] = call_values[i - 1];
  call_values[2] = ns;
  Ref cls = call(metaclass, Args{call_values.data(), 3, keywords.get()});
  if (!cls) return {};
  if (is_exact(cell, cell_type) && has_type(cls, &type_type)) {
    Value filled = cell.as<Cell>()->value;
    if (!filled)
      return raise(exc::RuntimeError, "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name,
                   cls.get());
    if (filled != cls)
      return raise(exc::TypeError, "__class__ set to %R defining %R as %R", filled, name, cls.get());
  }
  return cls;
}

}  // namespace loopscope::python
