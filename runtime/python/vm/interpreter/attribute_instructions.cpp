// SPDX-License-Identifier: MIT
#include "python/vm/dict.h"
#include "python/vm/exception.h"
#include "python/vm/interpreter/instruction.h"
#include "python/vm/names.h"
#include "python/vm/property.h"
#include "python/vm/slots.h"
#include "python/vm/special_method.h"
#include "python/vm/super.h"
#include "python/vm/type_internal.h"

/// Attributes: they are looked up here, and the instruction's cache is filled when the next time can be quick.
namespace loopscope::python {

namespace {

Dict* dict_of(Value object, Type* type) {
  if (!type->dict_offset) return nullptr;
  return *reinterpret_cast<Dict**>(reinterpret_cast<char*>(object.object()) + type->dict_offset);
}

bool is_data_descriptor(Value v) { return v && type_of(v)->set; }

/// Attributes are found as object.__getattribute__ does; modules and classes with __getattr__ have more to say only about
/// what that does not find.
bool is_generic(Type* type) {
  if (type->getattr == generic_getattr || type == &module_type) return true;
  return type->getattr == slot_getattr_hook &&
         lookup_in_type(type, names::__getattribute__) == dict_get(object_type.dict, names::__getattribute__);
}

void remember(InlineCache& cache, Type* type, CacheKind kind) {
  cache.version = type->version;
  cache.kind = kind;
}

/// The attribute in the instance's dict, if nothing of the type goes before it, and remembers where; null: it is not.
Value find_in_instance(Value object, Type* type, Value of_type, Str* name, InlineCache& cache) {
  Dict* dict = dict_of(object, type);
  int32_t i = dict ? dict_find(dict, name) : -1;
  if (i < 0 || is_data_descriptor(of_type)) return {};
  remember(cache, type, kCacheInstance);
  cache.index = i;
  return dict->entries[i].value;
}

/// A slot or an attribute of a native type: whoever has one of these classes has it.
bool is_native_descriptor(Type* type, Value of_type) {
  if (type->getattr != generic_getattr || !of_type) return false;
  return is_exact(of_type, getset_descriptor_type) || is_exact(of_type, member_descriptor_type);
}

/// The getter or descriptor that the cache knows, or null.
Ref cached_descriptor(Type* type, const InlineCache& cache) {
  return cache.version == type->version && cache.kind == kCacheProperty ? Ref::share(cache.value) : Ref();
}

/// object.name. May push a frame.
Ref load(Value object, Str* name, InlineCache& cache) {
  Type* type = type_of(object);
  if (Ref descriptor = cached_descriptor(type, cache)) {
    if (is_exact(descriptor, function_type)) return tail_call(descriptor, object);
    return type_of(descriptor)->get(descriptor, object, type);
  }
  if (is_generic(type)) {
    Value of_type = lookup_in_type(type, name);
    if (Value v = find_in_instance(object, type, of_type, name, cache)) return Ref::share(v);
    Function* getter = of_type && type->getattr == generic_getattr ? property_function(of_type, PropertyFunction::getter) : nullptr;
    if (getter || is_native_descriptor(type, of_type)) {
      remember(cache, type, kCacheProperty);
      cache.value = getter ? Value(getter) : of_type;
    }
  }
  return get_attr_tail(object, name);
}

/// As load; *self is the object when the attribute is a plain method of its type, still to be bound to it.
Ref load_for_call(Value object, Str* name, InlineCache& cache, Value* self) {
  Type* type = type_of(object);
  if (is_generic(type)) {
    Value of_type = lookup_in_type(type, name);
    if (of_type && type_of(of_type)->flags & kTypeMethodDescriptor) {
      Dict* dict = dict_of(object, type);
      if (!dict || dict_find(dict, name) < 0) {
        remember(cache, type, kCacheMethod);
        cache.value = of_type;
        *self = object;
        return Ref::share(of_type);
      }
    }
    if (Value v = find_in_instance(object, type, of_type, name, cache)) return Ref::share(v);
  }
  return get_attr_tail(object, name);
}

/// object.name = v where that puts it into the instance's dict, and remembers where. False: there is more to it, or an exception.
bool store_in_instance(Value object, Str* name, Value v, InlineCache& cache) {
  Type* type = type_of(object);
  bool known = cache.version == type->version && cache.kind == kCacheInstance;
  if (!known && (type->setattr != generic_setattr || !type->dict_offset || object.is_small() ||
                 is_data_descriptor(lookup_in_type(type, name))))
    return false;
  Dict** slot = instance_dict_slot(object);
  if (!*slot) {
    *slot = make_dict(type->instance_size).release();
    if (!*slot) return false;
  }
  int32_t i = dict_store(*slot, name, v);
  if (i < 0) return false;
  if ((*slot)->used > type->instance_size && (*slot)->used <= kMaxInstanceSize) type->instance_size = (*slot)->used;
  remember(cache, type, kCacheInstance);
  cache.index = i;
  return true;
}

Outcome load_attr(Frame* frame, uint32_t word) {
  InlineCache& cache = frame->code->caches[*frame->ip++];
  Ref object = Ref::steal(*--frame->sp);
  return called(frame, load(object, frame->code->names[arg_of(word)], cache));
}

Outcome load_fast_load_attr(Frame* frame, uint32_t word) {
  InlineCache& cache = frame->code->caches[*frame->ip++];
  Ref object = Ref::share(frame->locals()[a_of(word)]);
  return called(frame, load(object, frame->code->names[b_of(word)], cache));
}

Outcome load_method(Frame* frame, uint32_t word) {
  InlineCache& cache = frame->code->caches[*frame->ip++];
  Ref object = Ref::steal(*--frame->sp);
  Value self;
  Outcome outcome = called(frame, load_for_call(object, frame->code->names[arg_of(word)], cache, &self));
  if (outcome == Outcome::next) *frame->sp++ = self ? object.release() : Value();
  if (outcome == Outcome::entered) return_for_call(frame);
  return outcome;
}

Outcome discard(Frame* frame, int count, Outcome outcome) {
  if (outcome == Outcome::failed) return outcome;
  while (count--) {
    Value v = *--frame->sp;
    decref(v);
  }
  return outcome;
}

/// v null: deletes.
Outcome set_in_other_ways(Value object, Str* name, Value v) {
  if (failed()) return Outcome::failed;
  if (push_set_attr(object, name, v)) return Outcome::entered;
  return next_if(!failed() && set_attr(object, name, v));
}

Outcome store_attr(Frame* frame, uint32_t word) {
  InlineCache& cache = frame->code->caches[*frame->ip++];
  Value object = frame->sp[-1], v = frame->sp[-2];
  Str* name = frame->code->names[arg_of(word)];
  Type* type = type_of(object);
  if (Ref descriptor = cached_descriptor(type, cache))
    return discard(frame, 2, next_if(type_of(descriptor)->set(descriptor, object, v)));
  if (store_in_instance(object, name, v, cache)) return discard(frame, 2, Outcome::next);
  Value of_type = type->setattr == generic_setattr && !failed() ? lookup_in_type(type, name) : Value();
  if (is_native_descriptor(type, of_type)) {
    remember(cache, type, kCacheProperty);
    cache.value = of_type;
  }
  return discard(frame, 2, set_in_other_ways(object, name, v));
}

Outcome delete_attr(Frame* frame, uint32_t word) {
  return discard(frame, 1, set_in_other_ways(frame->sp[-1], frame->code->names[arg_of(word)], Value()));
}

constexpr uint32_t kSuperMethod = 1, kSuperWrittenOut = 2;  // of LOAD_SUPER_ATTR's operand

/// *out_self: as load_for_call.
Ref super_attribute(Value super_callable, Value cls, Value self, Str* name, uint32_t flags, Value* out_self) {
  if (super_callable == Value(&super_type)) {
    if (!has_type(cls, &type_type)) return raise(exc::RuntimeError, "super(): __class__ is not a type (%T)", cls);
    if (flags & kSuperMethod) return super_lookup_method(static_cast<Type*>(cls.object()), self, name, out_self);
    return super_lookup(static_cast<Type*>(cls.object()), self, name);
  }
  Ref object = flags & kSuperWrittenOut ? call(super_callable, cls, self) : call(super_callable);
  return object ? get_attr(object, name) : Ref();
}

Outcome load_super_attr(Frame* frame, uint32_t word) {
  uint32_t arg = arg_of(word);
  Value* operands = frame->sp - 3;
  Value self;
  Ref v = super_attribute(operands[0], operands[1], operands[2], frame->code->names[arg >> 2], arg, &self);
  if (!v) return Outcome::failed;
  Ref receiver = Ref::share(self);
  replace_operands(frame, 3, std::move(v));
  if (arg & kSuperMethod) *frame->sp++ = receiver.release();
  return Outcome::next;
}

}  // namespace

const InstructionDef kAttributeInstructions[] = {
    {Op::LOAD_ATTR, load_attr},
    {Op::LOAD_FAST_LOAD_ATTR, load_fast_load_attr},
    {Op::LOAD_METHOD, load_method},
    {Op::STORE_ATTR, store_attr},
    {Op::DELETE_ATTR, delete_attr},
    {Op::LOAD_SUPER_ATTR, load_super_attr},
    {},
};

}  // namespace loopscope::python
