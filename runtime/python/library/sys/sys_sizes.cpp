// SPDX-License-Identifier: MIT
#include "python/library/deque.h"
#include "python/library/sys/sys_parts.h"
#include "python/vm/code_object.h"
#include "python/vm/generator.h"
#include "python/vm/int.h"
#include "python/vm/memoryview.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/type_attributes.h"
#include "python/vm/vm.h"

/// sys.getsizeof and getrefcount. Sizes are those of CPython 3.13 on a 64-bit machine, from its layouts and growth rules:
/// courses compare a list with a generator by them, and our own say nothing about Python.
namespace loopscope::python {

namespace {

constexpr int64_t kGcHead = 16;

int64_t size_of_int(Value v) {
  int64_t bits = int_bit_length(v);
  return 24 + 4 * std::max<int64_t>(1, (bits + 29) / 30);
}

int64_t size_of_str(const Str* s) {
  if (s->ascii) return 40 + s->length + 1;
  int64_t width = 1;
  for (uint32_t i = 0; s->wide && i < s->length && width < 4; i++) width = std::max<int64_t>(width, s->at(i) > 0xFFFF ? 4 : 2);
  return 56 + width * (s->length + 1);
}

int64_t size_of_dict(const Dict* d) {
  if (!d->count) return 48 + kGcHead;
  int64_t slots = 8;
  while ((slots << 1) / 3 < d->count) slots *= 2;
  int64_t index = slots <= 128 ? 1 : slots <= 32768 ? 2 : 4;
  return 48 + kGcHead + 32 + index * slots + (slots << 1) / 3 * (d->plain_keys ? 16 : 24);
}

int64_t size_of_deque(const Deque* d) {
  int64_t first = d->size ? 1 : 32;
  return 232 + (first + d->size + 63) / 64 * 528;
}

/// Built-in types whose instances all have one size; a GC head is part of it.
struct FixedSize {
  Type* type;
  int64_t size;
};
const FixedSize kFixed[] = {
    {&float_type, 24},   {&complex_type, 32},      {&none_type, 16},           {&ellipsis_type, 16},     {&not_implemented_type, 16},
    {&range_type, 48},   {&slice_type, 56},        {&function_type, 160},      {&method_type, 64},       {&native_function_type, 72},
    {&module_type, 72},  {&memoryview_type, 184},  {&property_type, 88},       {&classmethod_type, 56},  {&staticmethod_type, 56},
    {&cell_type, 40},    {&generator_type, 192},   {&coroutine_type, 200},     {&weakref_type, 72},      {&super_type, 64},
    {&object_type, 16},
};

/// The size without a GC head where CPython's __sizeof__ leaves it out is of no use here: all callers want the whole.
int64_t native_size(Value v, Type* type) {
  if (is_int(v)) return size_of_int(v);
  if (is_str(v)) return size_of_str(v.as<Str>());
  if (is_bytes(v)) return 33 + v.as<Bytes>()->length;
  if (is_tuple(v)) return 40 + 8 * int64_t{v.as<Tuple>()->size};
  if (is_list(v)) return 56 + 8 * int64_t{v.as<List>()->capacity};
  if (is_dict(v)) return size_of_dict(v.as<Dict>());
  if (type->flags & kTypeSetSubclass) {
    const Set* s = v.as<Set>();
    return 216 + (s->mask > 7 ? (int64_t{s->mask} + 1) * 16 : 0);
  }
  if (type == &bytearray_type) return 56 + (v.as<ByteArray>()->length ? v.as<ByteArray>()->length + 1 : 0);
  if (type == &deque_type) return size_of_deque(v.as<Deque>());
  if (type->flags & kTypeTypeSubclass) return v.as<Type>()->flags & kTypeHeap ? 1712 : 416;
  if (type->flags & kTypeExceptionSubclass) return 88;
  for (const FixedSize& row : kFixed)
    if (row.type == type) return row.size;
  return int64_t{type->basic_size} + (type->flags & kTypeGc ? kGcHead : 0);
}

int64_t size_of(Value v) {
  Type* type = type_of(v);
  if (!(type->flags & kTypeHeap)) return native_size(v, type);
  Type* native = type;
  int64_t slots = 0;
  for (; native->flags & kTypeHeap; native = native->base) slots += (native->slots_end - native->base->basic_size) / sizeof(Value);
  if (native == &object_type) return 16 + kGcHead + 8 * slots + (type->dict_offset ? 16 : 0);
  bool collected = native->flags & kTypeGc || native_size(v, native) == 16;
  return native_size(v, native) + 8 * slots + (type->dict_offset ? 16 : 0) + (collected ? 0 : kGcHead);
}

/// A __sizeof__ written by the program counts; its answer lacks the GC head.
Ref getsizeof(Value, const Value* args) {
  Type* type = type_of(args[0]);
  if (type->flags & kTypeHeap) {
    Value method = lookup_in_type(type, names::__sizeof__);
    if (method && is_exact(method, function_type)) {
      Ref answer = call(method, args[0]);
      if (!answer) {
        if (!args[1] || !pending_is(exc::TypeError)) return {};
        clear_pending();
        return Ref::share(args[1]);
      }
      if (!is_int(answer)) {
        if (args[1]) return Ref::share(args[1]);
        return raise(exc::TypeError, "'%T' object cannot be interpreted as an integer", answer.get());
      }
      if (int_sign(answer) < 0) return raise(exc::ValueError, "__sizeof__() should return >= 0");
      return binary_op(BinaryOp::add, answer, Value::small(kGcHead + (type->dict_offset ? 16 : 0)));
    }
  }
  return make_int(size_of(args[0]));
}

/// One more than there are, for the argument, as in CPython. Small numbers and other immortals have no count of their own.
Ref getrefcount(Value, const Value* args) {
  constexpr int64_t kImmortal = 4294967295;
  if (args[0].is_small()) return make_int(kImmortal);
  uint32_t count = args[0].object()->refcount;
  return make_int(count >= kImmortalRefcount / 2 ? kImmortal : count);
}

const NativeDef kFunctions[] = {
    {"getsizeof", getsizeof, "object, default=<unrepresentable>"}, {"getrefcount", getrefcount, "object, /"}, {nullptr, nullptr, nullptr}};

}  // namespace

bool add_sys_sizes(Module* sys) { return module_add(sys, kFunctions); }

}  // namespace loopscope::python
