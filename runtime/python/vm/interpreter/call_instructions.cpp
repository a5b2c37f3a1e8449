// SPDX-License-Identifier: MIT
#include "python/vm/generator_frame.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/signature.h"
#include "python/vm/slots.h"
#include "python/vm/type_internal.h"

/// Making functions and calling.
namespace loopscope::python {

namespace {

/// [callable, self_or_null, ...] from `base`: drops them all, then goes on with what the callable gave.
Outcome finish_call(Frame* frame, Value* base, Ref result) {
  while (frame->sp > base) {
    Value v = *--frame->sp;
    xdecref(v);
  }
  return called(frame, std::move(result));
}

/// Whether instances of the type surely have the methods of `owner`.
bool is_receiver(Type* type, Type* owner) {
  for (; type; type = type->base)
    if (type == owner) return true;
  return false;
}

/// The native function at `base`, if it takes what is on the stack above as it stands.
NativeFunction* plain_native(Value* base, uint32_t count) {
  if (type_of(base[0]) != (base[1] ? &method_descriptor_type : &native_function_type)) return nullptr;
  NativeFunction* f = base[0].as<NativeFunction>();
  if (base[1] && !is_receiver(type_of(base[1]), f->owner)) return nullptr;
  return f->plain_count == count ? f : nullptr;
}

/// An instance of a class whose only say in the matter is an __init__ in Python: [class, (), ...] becomes its call.
Outcome construct(Frame* frame, Value* base, Type* type, Function* init) {
  Args args{base + 2, static_cast<uint32_t>(frame->sp - base) - 2, nullptr};
  Ref instance = object_new(type, args);
  if (!instance) return finish_call(frame, base, Ref());
  base[1] = Ref::share(instance).release();
  if (!push_function(init, Args{base + 1, args.positional + 1, nullptr}, OnReturn::construct)) return finish_call(frame, base, Ref());
  current_thread().top->aux = instance.release();
  return finish_call(frame, base, frame_pushed());
}

Outcome call_positional(Frame* frame, uint32_t word) {
  frame->ip++;
  Value* base = frame->sp - arg_of(word) - 2;
  if (NativeFunction* f = plain_native(base, arg_of(word)))
    return finish_call(frame, base, f->def->fn(base[1] ? base[1] : f->self, base + 2));
  if (is_exact(base[0], method_type) && !base[1]) {
    BoundMethod* method = base[0].as<BoundMethod>();
    base[0] = Ref::share(method->function).release();
    base[1] = Ref::share(method->self).release();
    decref(static_cast<Object*>(method));
  }
  if (is_exact(base[0], method_descriptor_type) && base[1] && is_receiver(type_of(base[1]), base[0].as<NativeFunction>()->owner))
    return finish_call(frame, base, call_native(base[0].as<NativeFunction>(), base[1], Args{base + 2, arg_of(word), nullptr}));
  if (is_exact(base[0], type_type) && !base[1]) {
    Type* type = base[0].as<Type>();
    Value init = type->new_ == object_new && type->init == slot_init ? lookup_in_type(type, names::__init__) : Value();
    if (init && is_exact(init, function_type)) return construct(frame, base, type, init.as<Function>());
  }
  Value* first = base[1] ? base + 1 : base + 2;
  return finish_call(frame, base, call_or_push(base[0], Args{first, static_cast<uint32_t>(frame->sp - first), nullptr}));
}

/// The result of what was awaited, which is done: past GET_AWAITABLE, LOAD_CONST, SEND and END_SEND, and a POP_TOP after them.
Outcome skip_await(Frame* frame, Value* base, Ref result) {
  frame->ip = frame->code->instructions + arg_of(frame->calling[kSendAfterCall]) + 1;
  while (frame->sp > base) {
    Value v = *--frame->sp;
    xdecref(v);
  }
  if (op_of(*frame->ip) == Op::POP_TOP)
    frame->ip++;
  else
    *frame->sp++ = result.release();
  return Outcome::next;
}

/// CALL of what is awaited at once. A native that has nothing to wait for makes no coroutine, and a coroutine written in Python begins
/// without having been anybody's value.
Outcome call_awaited(Frame* frame, uint32_t word) {
  Value* base = frame->sp - arg_of(word) - 2;
  if (NativeFunction* f = plain_native(base, arg_of(word))) {
    if (f->def->at_once)
      if (Ref result = f->def->at_once(base[1] ? base[1] : f->self, base + 2)) return skip_await(frame, base, std::move(result));
  } else if (is_exact(base[0], function_type)) {
    Value* first = base[1] ? base + 1 : base + 2;
    Generator* g = start_coroutine(base[0].as<Function>(), first, static_cast<uint32_t>(frame->sp - first));
    if (g) {
      base[0] = Value(g);
      frame->sp = base + 1;
      frame->calling += kSendAfterCall;
      frame->ip = frame->calling + 1;
      link_generator(current_thread(), g, OnReturn::gen_send);
      return Outcome::entered;
    }
  }
  return call_positional(frame, word);
}

Outcome call_kw(Frame* frame, uint32_t word) {
  Tuple* keywords = frame->code->constants[*frame->ip++].as<Tuple>();
  Value* base = frame->sp - arg_of(word) - 2;
  Value* first = base[1] ? base + 1 : base + 2;
  Args args{first, static_cast<uint32_t>(frame->sp - first) - keywords->size, keywords};
  return finish_call(frame, base, call_or_push(base[0], args));
}

/// "f()", as errors about its arguments name it.
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

/// f(*iterable): its error names f.
bool extend_arguments(Value callable, List* list, Value iterable) {
  if (!type_of(iterable)->iter && !type_of(iterable)->getitem) {
    Ref text = callable_text(callable);
    if (text) raise(exc::TypeError, "%S argument after * must be an iterable, not %T", text.get(), iterable);
    return false;
  }
  return list_extend(list, iterable);
}

/// f(**mapping) into the dict of all keywords so far.
bool merge_keywords(Value callable, Dict* into, Value mapping) {
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
    while (dict_next(mapping.as<Dict>(), &position, &key, &v)) {
      Ref held_key = Ref::share(key), held = Ref::share(v);  // an __eq__ of a subclass of str may empty the dict
      const uint32_t version = mapping.as<Dict>()->version;
      if (!add(held_key, held)) return false;
      if (mapping.as<Dict>()->version != version) return raise(exc::RuntimeError, "dict mutated during update"), false;
    }
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

/// callable(*positional, **keywords), `self` in front if there is one.
Ref call_spread(Value callable, Value self, Value positional, Dict* keywords) {
  Own<List> all = make_list();
  if (!all) return {};
  if (self && !list_append(all.get(), self)) return {};
  if (!extend_arguments(callable, all.get(), positional)) return {};
  uint32_t count = all->size;
  Own<Tuple> keyword_names;
  if (keywords && keywords->used) {
    keyword_names = make_tuple(keywords->used);
    if (!keyword_names) return {};
    uint32_t position = 0, k = 0;
    Value key, v;
    while (dict_next(keywords, &position, &key, &v)) {
      if (!is_str(key)) return raise(exc::TypeError, "keywords must be strings");
      keyword_names->items[k++] = Ref::share(key).release();
      if (!list_append(all.get(), v)) return {};
    }
  }
  return call_or_push(callable, Args{all->items, count, keyword_names.get()});
}

Outcome call_function_ex(Frame* frame, uint32_t word) {
  bool has_keywords = arg_of(word) & 1;
  Value* base = frame->sp - 3 - has_keywords;
  Ref result = call_spread(base[0], base[1], base[2], has_keywords ? base[3].as<Dict>() : nullptr);
  return finish_call(frame, base, std::move(result));
}

Outcome dict_update_by(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  Dict* dict = frame->sp[-static_cast<intptr_t>(arg_of(word))].as<Dict>();
  if (!is_dict(v) && !Ref(get_attr_or_null(v, names::keys))) {
    if (!failed()) raise(exc::TypeError, "'%T' object is not a mapping", v.get());
    return Outcome::failed;
  }
  return next_if(dict_update(dict, v));
}

Outcome dict_merge(Frame* frame, uint32_t word) {
  Ref v = Ref::steal(*--frame->sp);
  Value* dict = frame->sp - static_cast<intptr_t>(arg_of(word));
  return next_if(merge_keywords(dict[-3], dict->as<Dict>(), v));
}

Outcome make_function_of(Frame* frame, uint32_t) {
  return replace_top(frame, make_function(frame->sp[-1].as<CodeObject>(), frame->globals));
}

Outcome set_function_attribute(Frame* frame, uint32_t word) {
  Value made = *--frame->sp;
  Function* f = made.as<Function>();
  Value v = frame->sp[-1];  // its reference goes over
  switch (static_cast<FunctionAttribute>(arg_of(word))) {
    case FunctionAttribute::Defaults: f->defaults = v.as<Tuple>(); break;
    case FunctionAttribute::KeywordDefaults: f->kwdefaults = v.as<Dict>(); break;
    case FunctionAttribute::Annotations: f->annotations = v; break;
    case FunctionAttribute::Closure: f->closure = v.as<Tuple>(); break;
  }
  frame->sp[-1] = made;
  return Outcome::next;
}

}  // namespace

const InstructionDef kCallInstructions[] = {
    {Op::CALL, call_positional},
    {VM_CALL_AWAITED, call_awaited},
    {Op::CALL_KW, call_kw},
    {Op::CALL_FUNCTION_EX, call_function_ex},
    {Op::DICT_UPDATE, dict_update_by},
    {Op::DICT_MERGE, dict_merge},
    {Op::MAKE_FUNCTION, make_function_of},
    {Op::SET_FUNCTION_ATTRIBUTE, set_function_attribute},
    {},
};

}  // namespace loopscope::python
