// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/fold.h"
#include "python/vm/generator.h"
#include "python/vm/interpreter.h"
#include "python/vm/interpreter/transition.h"
#include "python/vm/names.h"
#include "python/vm/slots.h"
#include "python/vm/special_method.h"
#include "python/vm/suggestions.h"
#include "python/vm/type_internal.h"

/// Calling: tail calls that push frames, and calls that run to completion on the C++ stack.
namespace loopscope::python {

Object frame_pushed_object{kImmortalRefcount, &none_type};

namespace {

Ref prepend_and_push(Function* f, Value self, const Args& args, OnReturn on_return = OnReturn::push) {
  PrefixedArgs all(self, args);
  return push_function(f, all.args(), on_return) ? frame_pushed() : Ref();
}

/// What a class's __call__ still needs after __new__, kept as a tuple.
Ref keep_arguments(Type* type, const Args& args) {
  uint32_t count = args.positional + args.keyword_count();
  Own<Tuple> kept = make_tuple(count + 2);
  if (!kept) return {};
  kept->items[0] = Ref::share(type).release();
  kept->items[1] = Ref::share(args.names ? Value(args.names) : kNone).release();
  for (uint32_t i = 0; i < count; i++) kept->items[i + 2] = Ref::share(args.data[i]).release();
  return kept;
}

/// __init__ of the new `instance`; pushes its frame if it is Python code.
Ref initialize(Type* type, Ref instance, const Args& args) {
  if (!instance) return {};
  Type* made = type_of(instance);
  if ((made != type && !is_subtype(made, type)) || !made->init) return instance;
  if (made->init == slot_init) {
    Value init = lookup_in_type(made, names::__init__);
    // A generator's __init__ is refused by slot_init.
    if (init && is_exact(init, function_type) && !init.as<Function>()->code->starts_generator) {
      Ref pushed = prepend_and_push(init.as<Function>(), instance, args, OnReturn::construct);
      if (pushed) current_thread().top->aux = instance.release();
      return pushed;
    }
  }
  return made->init(instance, args) ? instance : Ref();
}

/// Then: a __new__ in Python is over.
Ref initialize_made(Value kept, Ref instance) {
  Tuple* all = kept.as<Tuple>();
  Tuple* keywords = all->items[1] == kNone ? nullptr : all->items[1].as<Tuple>();
  Args args{all->items + 2, all->size - 2 - (keywords ? keywords->size : 0), keywords};
  return initialize(all->items[0].as<Type>(), std::move(instance), args);
}

}  // namespace

Ref type_call(Value self, const Args& args) {
  Type* type = self.as<Type>();
  if (type == &type_type) {
    if (args.positional == 1 && args.keyword_count() == 0) return Ref::share(type_of(args[0]));
    if (args.positional != 3) return raise(exc::TypeError, "type() takes 1 or 3 arguments");
  }
  if (args.positional == 1 && args.keyword_count() == 0) {
    if (type == &str_type) return str_tail(args[0]);
    if (type == &bool_type) return truth_tail(args[0]);
    bool from_python = is_exact(args[0], generator_type) || type_of(args[0])->flags & kTypeHeap;
    if (from_python && type == &list_type) return list_tail(args[0]);
    if (from_python && type == &tuple_type) return list_tail(args[0], [](List* all) -> Ref { return to_tuple(Value(all)); });
    if (from_python && type == &set_type) return set_tail(args[0]);
  }
  if (!type->new_) return raise(exc::TypeError, "cannot create '%s' instances", full_type_name(type).c_str());
  if (type->new_ == slot_new) {
    Ref make = get_attr(self, names::__new__);
    if (!make) return {};
    PrefixedArgs all(self, args);
    if (!is_exact(make, function_type)) {
      Ref instance = call(make, all.args());
      return instance ? initialize(type, std::move(instance), args) : Ref();
    }
    Ref kept = keep_arguments(type, args);
    return kept ? call_then(make, all.args(), initialize_made, kept) : Ref();
  }
  Ref instance = type->new_(type, args);
  return instance ? initialize(type, std::move(instance), args) : Ref();
}

Frame* lowest_above(Frame* before) {
  Frame* lowest = current_thread().top;
  while (lowest->back != before) lowest = lowest->back;
  return lowest;
}

void leave_after(Frame* before) {
  Frame* lowest = lowest_above(before);
  if (lowest->on_return == OnReturn::push)
    lowest->on_return = OnReturn::entry;
  else
    lowest->is_entry = true;
}

Ref run_pushed(Thread& thread) {
  if (vm.native_depth >= kMaxNativeDepth) {
    raise(exc::RecursionError, "maximum recursion depth exceeded");
    Ref none_yet;
    while (frame_raised(thread, thread.top, none_yet).kind() != Transition::Kind::leave) {
    }
    return {};
  }
  vm.native_depth++;
  Ref result;
  Exit exit = interpret(thread, &result);
  vm.native_depth--;
  if (exit == Exit::raised) return {};
  return result;
}

uint32_t Args::keyword_count() const { return names ? names->size : 0; }

Ref call_or_push(Value callable, const Args& args) {
  Type* type = type_of(callable);
  if (type == &function_type) {
    if (!push_function(callable.as<Function>(), args, OnReturn::push)) return {};
    return frame_pushed();
  }
  if (type == &native_function_type || type == &method_descriptor_type) return type->call(callable, args);
  if (type == &type_type) return type_call(callable, args);
  if (type == &method_type) {
    BoundMethod* m = callable.as<BoundMethod>();
    if (is_exact(m->function, function_type)) return prepend_and_push(m->function.as<Function>(), m->self, args);
  }
  if (type->flags & kTypeHeap) {
    Value f = lookup_in_type(type, names::__call__);
    if (f && is_exact(f, function_type)) return prepend_and_push(f.as<Function>(), callable, args);
  }
  if (!type->call) return raise_not_callable(callable);
  if (!(type->flags & kTypeHeap)) return type->call(callable, args);
  // __call__ may be any object, even an instance of this very class.
  if (vm.native_depth >= kMaxNativeDepth) return raise(exc::RecursionError, "maximum recursion depth exceeded");
  vm.native_depth++;
  Ref r = type->call(callable, args);
  vm.native_depth--;
  return r;
}

Ref tail_call(Value callable, const Args& args) { return call_or_push(callable, args); }
Ref tail_call(Value callable) { return call_or_push(callable, Args{}); }
Ref tail_call(Value callable, Value a) { return call_or_push(callable, Args{&a, 1, nullptr}); }

Ref call(Value callable, const Args& args) {
  Thread& thread = current_thread();
  Frame* before = thread.top;
  Ref r = call_or_push(callable, args);
  if (!r || r != kFramePushed) return r;
  leave_after(before);
  return run_pushed(thread);
}

Called call_from_native(Value callable, const Args& args, Ref* value) {
  Thread& thread = current_thread();
  Frame* before = thread.top;
  Ref r = call_or_push(callable, args);
  if (!r) return Called::raised;
  if (r != kFramePushed) {
    *value = std::move(r);
    return Called::returned;
  }
  Frame* lowest = lowest_above(before);
  if (lowest->on_return == OnReturn::push) lowest->on_return = OnReturn::native;
  return Called::pushed;
}

Ref run_code(CodeObject* code, Dict* globals, Value locals) {
  if (!push_code(code, globals, locals, OnReturn::entry)) return {};
  return run_pushed(current_thread());
}

Ref call(Value callable) { return call(callable, Args{}); }
Ref call(Value callable, Value a) { return call(callable, Args{&a, 1, nullptr}); }
Ref call(Value callable, Value a, Value b) {
  Value data[] = {a, b};
  return call(callable, Args{data, 2, nullptr});
}
Ref call(Value callable, Value a, Value b, Value c) {
  Value data[] = {a, b, c};
  return call(callable, Args{data, 3, nullptr});
}

Ref call_with(Value callable, Tuple* args, Dict* kwargs) {
  if (!kwargs || kwargs->used == 0) return call(callable, Args{args->items, args->size, nullptr});
  Own<List> all = make_list(args->size + kwargs->used);
  Own<Tuple> keywords = make_tuple(kwargs->used);
  for (uint32_t i = 0; i < args->size; i++) list_append(all.get(), args->items[i]);
  uint32_t position = 0, k = 0;
  Value key, v;
  while (dict_next(kwargs, &position, &key, &v)) {
    keywords->items[k++] = Ref::share(key).release();
    list_append(all.get(), v);
  }
  return call(callable, Args{all->items, args->size, keywords.get()});
}

Ref call_method(Value self, Str* name) { return call_method(self, name, Value(), Value()); }
Ref call_method(Value self, Str* name, Value a) { return call_method(self, name, a, Value()); }
Ref call_method(Value self, Str* name, Value a, Value b) {
  Ref method = get_attr(self, name);
  if (!method) return {};
  Value data[] = {a, b};
  return call(method, Args{data, a ? (b ? 2u : 1u) : 0u, nullptr});
}

bool is_callable(Value v) { return type_of(v)->call != nullptr; }

}  // namespace loopscope::python
