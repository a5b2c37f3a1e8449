// SPDX-License-Identifier: MIT
#include <vector>

#include "python/bytecode/code.h"
#include "python/vm/async_generator.h"
#include "python/vm/exception.h"
#include "python/vm/interpreter.h"
#include "python/vm/names.h"

/// Slow paths of instructions: unpacking, awaiting, raising, with.
namespace loopscope::python {

// ---- unpacking --------------------------------------------------------------------------------------------------------

bool unpack_sequence(Value sequence, uint32_t count, Value* out) {
  if (is_exact(sequence, list_type) || is_exact(sequence, tuple_type)) {
    bool list = is_exact(sequence, list_type);
    uint32_t size = list ? sequence.as<List>()->size : sequence.as<Tuple>()->size;
    Value* items = list ? sequence.as<List>()->items : sequence.as<Tuple>()->items;
    if (size != count) {
      if (size < count)
        raise(exc::ValueError, "not enough values to unpack (expected %d, got %d)", static_cast<int>(count), static_cast<int>(size));
      else
        raise(exc::ValueError, "too many values to unpack (expected %d)", static_cast<int>(count));
      return false;
    }
    for (uint32_t i = 0; i < count; i++) out[i] = Ref::share(items[count - 1 - i]).release();
    return true;
  }
  Ref iterator = iterate(sequence);
  if (!iterator) {
    if (pending_is(exc::TypeError) && !type_of(sequence)->iter && !type_of(sequence)->getitem) {
      clear_pending();
      raise(exc::TypeError, "cannot unpack non-iterable %T object", sequence);
    }
    return false;
  }
  std::vector<Ref> items;
  while (items.size() < count) {
    Ref item = next(iterator);
    if (!item) {
      if (!failed())
        raise(exc::ValueError, "not enough values to unpack (expected %d, got %d)", static_cast<int>(count),
              static_cast<int>(items.size()));
      return false;
    }
    items.push_back(std::move(item));
  }
  if (Ref extra = next(iterator)) {
    raise(exc::ValueError, "too many values to unpack (expected %d)", static_cast<int>(count));
    return false;
  }
  if (failed()) return false;
  for (uint32_t i = 0; i < count; i++) out[i] = items[count - 1 - i].release();
  return true;
}

bool unpack_ex(Value sequence, uint32_t before, uint32_t after, Value* out) {
  if (!type_of(sequence)->iter && !type_of(sequence)->getitem) {
    raise(exc::TypeError, "cannot unpack non-iterable %T object", sequence);
    return false;
  }
  Own<List> all = to_list(sequence);
  if (!all) return false;
  if (all->size < before + after) {
    raise(exc::ValueError, "not enough values to unpack (expected at least %d, got %d)", static_cast<int>(before + after),
          static_cast<int>(all->size));
    return false;
  }
  uint32_t middle = all->size - before - after;
  Own<List> rest = make_list(middle);
  if (!rest) return false;
  for (uint32_t i = 0; i < middle; i++)
    if (!list_append(rest.get(), all->items[before + i])) return false;
  // The first item ends on top.
  uint32_t k = 0;
  for (uint32_t i = all->size; i-- > before + middle;) out[k++] = Ref::share(all->items[i]).release();
  out[k++] = rest.release();
  for (uint32_t i = before; i-- > 0;) out[k++] = Ref::share(all->items[i]).release();
  return true;
}

bool list_extend_star(Value list, Value iterable) {
  if (!type_of(iterable)->iter && !type_of(iterable)->getitem) {
    raise(exc::TypeError, "Value after * must be an iterable, not %T", iterable);
    return false;
  }
  return list_extend(list.as<List>(), iterable);
}

namespace {
Ref callable_text(Value callable) {
  Ref qualname = get_attr_or_null(callable, names::__qualname__);
  if (!qualname) {
    clear_pending();
    return str(callable);
  }
  Ref module = get_attr_or_null(callable, names::__module__);
  if (!module) clear_pending();
  std::string text;
  if (module && is_str(module) && !str_equals(module.as<Str>(), "builtins")) text = to_utf8(module.as<Str>()) + ".";
  Ref name = str(qualname);
  return make_str(text + to_utf8(name.as<Str>()) + "()");
}
}  // namespace

bool list_extend_arguments(Value callable, Value list, Value iterable) {
  if (!type_of(iterable)->iter && !type_of(iterable)->getitem) {
    Ref text = callable_text(callable);
    if (text) raise(exc::TypeError, "%S argument after * must be an iterable, not %T", text.get(), iterable);
    return false;
  }
  return list_extend(list.as<List>(), iterable);
}

bool dict_merge_kwargs(Value callable, Dict* into, Value mapping) {
  auto add = [&](Value key, Value v) {
    if (!is_str(key)) {
      raise(exc::TypeError, "keywords must be strings");
      return false;
    }
    int has = dict_contains(into, key);
    if (has < 0) return false;
    if (has) {
      Ref text = callable_text(callable);
      raise(exc::TypeError, "%S got multiple values for keyword argument '%S'", text.get(), key);
      return false;
    }
    return dict_set(into, Value(key.as<Str>()->interned ? key : Value(intern(key.as<Str>()))), v);
  };
  if (is_exact(mapping, dict_type)) {
    uint32_t position = 0;
    Value key, v;
    while (dict_next(mapping.as<Dict>(), &position, &key, &v))
      if (!add(key, v)) return false;
    return true;
  }
  Ref keys = get_attr_or_null(mapping, names::keys);
  if (!keys) {
    if (!failed()) {
      Ref text = callable_text(callable);
      raise(exc::TypeError, "%S argument after ** must be a mapping, not %T", text.get(), mapping);
    }
    return false;
  }
  Ref list = call(keys);
  if (!list) return false;
  return for_each(list, [&](Value key) {
    Ref v = get_item(mapping, key);
    return v && add(key, v);
  });
}

// ---- awaiting --------------------------------------------------------------------------------------------------------

Ref get_awaitable(Value v) { return get_awaitable_for(v, 0); }

Ref get_awaitable_for(Value v, uint32_t awaited) {
  Type* type = type_of(v);
  if (type == &coroutine_type) {
    Generator* g = v.as<Generator>();
    if (g->state == GeneratorState::running || (g->state == GeneratorState::suspended && awaited_by(g)))
      return raise(exc::RuntimeError, "coroutine is being awaited already");
    return Ref::share(v);
  }
  if (type == &generator_type && v.as<Generator>()->code && v.as<Generator>()->code->flags & kIterableCoroutine)
    return Ref::share(v);
  if (!type->await_) {
    if (awaited == 1)
      return raise(exc::TypeError, "'async with' received an object from __aenter__ that does not implement __await__: %T", v);
    if (awaited == 2)
      return raise(exc::TypeError, "'async with' received an object from __aexit__ that does not implement __await__: %T", v);
    return raise(exc::TypeError, "object %T can't be used in 'await' expression", v);
  }
  Ref iterator = type->await_(v);
  if (!iterator) return {};
  if (type_of(iterator) == &coroutine_type) return raise(exc::TypeError, "__await__() returned a coroutine");
  if (!type_of(iterator)->next && !type_of(iterator)->send && !is_async_gen_awaitable(iterator))
    return raise(exc::TypeError, "__await__() returned non-iterator of type '%T'", iterator.get());
  return iterator;
}

Ref get_aiter(Value v) {
  Type* type = type_of(v);
  if (!type->aiter)
    return raise(exc::TypeError, "'async for' requires an object with __aiter__ method, got %T", v);
  Ref iterator = type->aiter(v);
  if (!iterator) return {};
  if (!type_of(iterator)->anext)
    return raise(exc::TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: %T",
                 iterator.get());
  return iterator;
}

Ref get_anext(Value v) {
  Type* type = type_of(v);
  if (!type->anext) return raise(exc::TypeError, "'async for' requires an iterator with __anext__ method, got %T", v);
  Ref awaitable = type->anext(v);
  if (!awaitable) return {};
  if (is_async_gen_awaitable(awaitable)) return awaitable;
  Ref iterator = get_awaitable_for(awaitable, 0);
  if (!iterator && pending_is(exc::TypeError)) {
    Ref cause = take_pending();
    raise(exc::TypeError, "'async for' received an invalid object from __anext__: %T", awaitable.get());
    assign(pending()->cause, cause);
    pending()->suppress_context = true;
  }
  return iterator;
}

Ref get_yield_from_iter(Frame* frame, Value v) {
  if (is_exact(v, coroutine_type)) {
    if (frame->code->flags & (kCoroutine | kIterableCoroutine)) return Ref::share(v);
    return raise(exc::TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  if (is_exact(v, generator_type)) return Ref::share(v);
  return iterate(v);
}

Ref stop_iteration_error(Value exception, GeneratorKind kind) {
  const char* text = nullptr;
  if (has_type(exception, &exc::StopIteration))
    text = kind == GeneratorKind::generator   ? "generator raised StopIteration"
           : kind == GeneratorKind::coroutine ? "coroutine raised StopIteration"
                                              : "async generator raised StopIteration";
  else if (kind == GeneratorKind::async_generator && has_type(exception, &exc::StopAsyncIteration))
    text = "async generator raised StopAsyncIteration";
  if (!text) return Ref::share(exception);
  raise(exc::RuntimeError, "%s", text);
  Ref error = take_pending();
  assign(error.as<Exception>()->cause, exception);
  assign(error.as<Exception>()->context, exception);
  error.as<Exception>()->suppress_context = true;
  return error;
}

// ---- with --------------------------------------------------------------------------------------------------------------

Ref context_enter(Value manager, bool is_async, Ref* exit) {
  Ref enter = lookup_special(manager, is_async ? names::__aenter__ : names::__enter__);
  if (!enter) {
    if (failed()) return {};
    Ref other = lookup_special(manager, is_async ? names::__enter__ : names::__aenter__);
    if (is_async)
      return raise(exc::TypeError, "'%T' object does not support the asynchronous context manager protocol", manager);
    (void)other;
    return raise(exc::TypeError, "'%T' object does not support the context manager protocol", manager);
  }
  *exit = lookup_special(manager, is_async ? names::__aexit__ : names::__exit__);
  if (!*exit) {
    if (failed()) return {};
    if (is_async)
      return raise(exc::TypeError,
                   "'%T' object does not support the asynchronous context manager protocol (missed __aexit__ method)", manager);
    return raise(exc::TypeError, "'%T' object does not support the context manager protocol (missed __exit__ method)", manager);
  }
  return enter;
}

// ---- raising ----------------------------------------------------------------------------------------------------------

Value handled_exception() {
  for (ExceptionState* s = current_thread().exceptions; s; s = s->previous)
    if (s->handled && s->handled != kNone) return s->handled;
  return {};
}

bool raise_varargs(uint32_t count, Value exception, Value cause) {
  if (count == 0) {
    Value handled = handled_exception();
    if (!handled) {
      raise(exc::RuntimeError, "No active exception to reraise");
      return false;
    }
    restore_pending(Ref::share(handled));
    return true;
  }
  Ref instance;
  if (is_exception(exception)) {
    instance = Ref::share(exception);
  } else if (has_type(exception, &type_type) && is_subtype(static_cast<Type*>(exception.object()), &exc::BaseException)) {
    instance = call(exception);
    if (!instance) return false;
    if (!is_exception(instance)) {
      raise(exc::TypeError, "calling %R should have returned an instance of BaseException, not %T", exception, instance.get());
      return false;
    }
  } else {
    raise(exc::TypeError, "exceptions must derive from BaseException");
    return false;
  }
  if (count == 2) {
    Ref reason;
    if (cause == kNone) {
    } else if (is_exception(cause)) {
      reason = Ref::share(cause);
    } else if (has_type(cause, &type_type) && is_subtype(static_cast<Type*>(cause.object()), &exc::BaseException)) {
      reason = call(cause);
      if (!reason) return false;
    } else {
      raise(exc::TypeError, "exception causes must derive from BaseException");
      return false;
    }
    assign(instance.as<Exception>()->cause, reason);
    instance.as<Exception>()->suppress_context = true;
  }
  raise_value(instance);
  return true;
}

int exception_matches(Value exception, Value type) {
  auto is_class = [](Value v) {
    return has_type(v, &type_type) && is_subtype(static_cast<Type*>(v.object()), &exc::BaseException);
  };
  const char* complaint = "catching classes that do not inherit from BaseException is not allowed";
  if (is_tuple(type)) {
    Tuple* t = type.as<Tuple>();
    for (uint32_t i = 0; i < t->size; i++)
      if (!is_class(t->items[i])) return raise(exc::TypeError, "%s", complaint), -1;
    for (uint32_t i = 0; i < t->size; i++)
      if (is_subtype(type_of(exception), static_cast<Type*>(t->items[i].object()))) return 1;
    return 0;
  }
  if (!is_class(type)) return raise(exc::TypeError, "%s", complaint), -1;
  return is_subtype(type_of(exception), static_cast<Type*>(type.object()));
}

}  // namespace loopscope::python
