// SPDX-License-Identifier: MIT
#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

/// Calling: tail calls that push frames, and calls that run to completion on the C++ stack.
namespace loopscope::python {

Object frame_pushed_object{kImmortalRefcount, &none_type};

namespace {

/// Nested interpreters on the C++ stack. Each costs up to a few KB of it.
constexpr int kMaxNativeDepth = 180;

/// A class of plain metaclass whose instances are built by a native __new__ and a Python __init__.
Ref construct(Type* type, const Args& args) {
  Value init = lookup_in_type(type, names::__init__);
  if (!init || !is_exact(init, function_type)) return type_type.call(Value(type), args);
  Value make = lookup_in_type(type, names::__new__);
  if (!make || is_exact(make, staticmethod_type) || is_exact(make, function_type))
    return type_type.call(Value(type), args);
  Ref instance = type->new_(type, args);
  if (!instance) return {};
  if (!has_type(instance, type)) return instance;
  uint32_t total = args.positional + args.keyword_count();
  Value small[16];
  std::unique_ptr<Value[]> large;
  Value* data = small;
  if (total + 1 > 16) {
    large.reset(new Value[total + 1]);
    data = large.get();
  }
  data[0] = instance;
  for (uint32_t i = 0; i < total; i++) data[i + 1] = args.data[i];
  if (!push_function(init.as<Function>(), Args{data, args.positional + 1, args.names}, OnReturn::construct)) return {};
  current_thread().top->aux = instance.release();
  return frame_pushed();
}

Ref prepend_and_push(Function* f, Value self, const Args& args) {
  uint32_t total = args.positional + args.keyword_count();
  Value small[16];
  std::unique_ptr<Value[]> large;
  Value* data = small;
  if (total + 1 > 16) {
    large.reset(new Value[total + 1]);
    data = large.get();
  }
  data[0] = self;
  for (uint32_t i = 0; i < total; i++) data[i + 1] = args.data[i];
  if (!push_function(f, Args{data, args.positional + 1, args.names}, OnReturn::push)) return {};
  return frame_pushed();
}

}  // namespace

Ref run_pushed(Thread& thread) {
  if (vm.native_depth >= kMaxNativeDepth) {
    Frame* frame = thread.top;
    raise(exc::RecursionError, "maximum recursion depth exceeded");
    pop_frame(thread, frame);
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
  if (type == &type_type) {
    Type* cls = static_cast<Type*>(callable.object());
    if (cls->flags & kTypeHeap && !(cls->flags & kTypeAbstract)) return construct(cls, args);
  }
  if (type == &method_type) {
    BoundMethod* m = callable.as<BoundMethod>();
    if (is_exact(m->function, function_type)) return prepend_and_push(m->function.as<Function>(), m->self, args);
  }
  if (type->flags & kTypeHeap) {
    Value f = lookup_in_type(type, names::__call__);
    if (f && is_exact(f, function_type)) return prepend_and_push(f.as<Function>(), callable, args);
  }
  if (!type->call) return raise(exc::TypeError, "'%T' object is not callable", callable);
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
  // What was pushed may be several frames (a throw into a chain of coroutines): the lowest one reports to us.
  Frame* lowest = thread.top;
  while (lowest->back != before) lowest = lowest->back;
  if (lowest->on_return == OnReturn::push)
    lowest->on_return = OnReturn::entry;
  else
    lowest->is_entry = true;
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
  Frame* lowest = thread.top;
  while (lowest->back != before) lowest = lowest->back;
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
