// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/args.h"
#include "python/vm/value.h"

namespace loopscope::python {

struct Str;
struct Dict;
struct Tuple;

enum class CompareOp : uint8_t { lt, le, eq, ne, gt, ge };

/// Index into Type::binary / Type::inplace; the operand of BINARY_OP (inplace: + kBinaryOpCount).
enum class BinaryOp : uint8_t {
  add, and_, floor_divide, lshift, matmul, multiply, remainder, or_, power, rshift, subtract, true_divide, xor_,
  divmod,  // no operator; for divmod()
};
constexpr int kBinaryOpCount = 14;
enum class UnaryOp : uint8_t { negative, positive, invert };

/// Called by traverse for each reference an object owns.
class Visitor {
 public:
  void operator()(Value v) {
    if (v.is_object()) visit_(this, v.object());
  }
  using Visit = void (*)(Visitor*, Object*);
  explicit Visitor(Visit visit) : visit_(visit) {}

 private:
  Visit visit_;
};

enum class SendStatus : uint8_t { yielded, returned, raised };

enum TypeFlags : uint32_t {
  kTypeHeap = 1 << 0,           // made by a class statement or type(); mutable
  kTypeBase = 1 << 1,           // may be subclassed
  kTypeGc = 1 << 2,             // instances carry a GcHead and are tracked
  kTypeIntSubclass = 1 << 3,    // fast isinstance tests
  kTypeStrSubclass = 1 << 4,
  kTypeTupleSubclass = 1 << 5,
  kTypeListSubclass = 1 << 6,
  kTypeDictSubclass = 1 << 7,
  kTypeTypeSubclass = 1 << 8,
  kTypeExceptionSubclass = 1 << 9,
  kTypeBytesSubclass = 1 << 10,
  kTypeAbstract = 1 << 11,      // has unimplemented abstract methods
  kTypeReady = 1 << 12,
  kTypeMethodDescriptor = 1 << 13,  // LOAD_METHOD may skip binding (function, method_descriptor)
  kTypeSequencePattern = 1 << 14,   // matches `case [..]`
  kTypeMappingPattern = 1 << 15,
  kTypeSetSubclass = 1 << 16,
  kTypeNoInstantiate = 1 << 17,     // calling it: "cannot create 'x' instances"
  kTypePythonClass = 1 << 18,       // stands for a class written in Python: error texts leave its module out
  kTypeNextMayWait = 1 << 19,       // has a native __next__ that may push a frame: `for` calls it instead of the slot
};

/// A class. Built-in ones are C++ statics filled in and then passed to `ready_type`; Python ones come
/// from `new_heap_type`. Slots mirror CPython's `tp_*`: null means "not supported". For Python
/// classes a slot calls the dunder method found along the MRO (slots.cpp), and inherits otherwise.
/// Conventions: parameters are borrowed; a null Ref / -1 / false means an exception is set, unless said.
struct Type : Object {
  const char* name = nullptr;  // built-in types: static text "dict", "asyncio.Future" (module before the dot)
  Str* name_object = nullptr;  // __name__
  Str* qualname = nullptr;     // __qualname__
  uint32_t flags = 0;
  uint32_t basic_size = 0;       // bytes of one instance without variable tail, incl. dict/weaklist/slots words
  uint32_t dict_offset = 0;      // 0: no __dict__; else byte offset of a `Dict*` (null until needed)
  uint32_t weaklist_offset = 0;  // 0: not weakly referencable; else byte offset of a `WeakRef*` list head
  uint32_t version = 0;          // changes whenever an attribute lookup on the type may change; never 0 when ready
  uint32_t instance_size = 0;    // most attributes seen in an instance's __dict__, for the next one's first table
  uint32_t slots_end = 0;        // heap types: member slots (__slots__) occupy [base->basic_size, slots_end)
  Type* base = nullptr;          // layout base
  Tuple* bases = nullptr;
  Tuple* mro = nullptr;
  Dict* dict = nullptr;          // the class namespace; change it only through set_type_attr
  Type** subclasses = nullptr;   // direct ones, borrowed: each removes itself when it dies
  uint32_t subclass_count = 0, subclass_capacity = 0;
  Object* weaklist = nullptr;

  void (*dealloc)(Object*) = nullptr;  // releases what the object owns, then free_object
  void (*traverse)(Object*, Visitor&) = nullptr;
  void (*clear)(Object*) = nullptr;    // breaks cycles: drops owned references, object stays usable
  void (*finalize)(Object*) = nullptr; // before dealloc, may resurrect (generators, tasks, __del__)

  Ref (*repr)(Value) = nullptr;
  Ref (*str)(Value) = nullptr;
  bool (*hash)(Value, int64_t*) = nullptr;
  Ref (*compare)(Value, Value, CompareOp) = nullptr;  // may return NotImplemented
  Ref (*getattr)(Value, Str*) = nullptr;
  bool (*setattr)(Value, Str*, Value) = nullptr;      // null value deletes
  Ref (*call)(Value, const Args&) = nullptr;          // may return kFramePushed (vm.h); use call() instead
  Ref (*iter)(Value) = nullptr;
  Ref (*next)(Value) = nullptr;                       // null without an exception set: exhausted
  SendStatus (*send)(Value, Value, Ref*) = nullptr;   // native awaitables: one send(value)
  Ref (*get)(Value, Value, Type*) = nullptr;          // descriptor __get__; instance may be null
  bool (*set)(Value, Value, Value) = nullptr;         // descriptor __set__ / (null) __delete__
  Ref (*new_)(Type*, const Args&) = nullptr;
  bool (*init)(Value, const Args&) = nullptr;

  Ref (*binary[kBinaryOpCount])(Value, Value) = {};   // called with the operands in source order whichever side
                                                      // owns the slot; may return NotImplemented
  Ref (*inplace[kBinaryOpCount])(Value, Value) = {};
  Ref (*unary[3])(Value) = {};
  int (*truth)(Value) = nullptr;                      // 1, 0, -1
  Ref (*index)(Value) = nullptr;                      // __index__
  Ref (*to_int)(Value) = nullptr;
  Ref (*to_float)(Value) = nullptr;
  ptrdiff_t (*length)(Value) = nullptr;               // -1 error
  Ref (*getitem)(Value, Value) = nullptr;
  bool (*setitem)(Value, Value, Value) = nullptr;     // null value deletes
  int (*contains)(Value, Value) = nullptr;            // 1, 0, -1
  Ref (*concat)(Value, Value) = nullptr;              // sequences' +, tried after binary[add]
  Ref (*repeat)(Value, Value) = nullptr;              // sequences' *, count as a Value
  Ref (*inplace_concat)(Value, Value) = nullptr;
  Ref (*inplace_repeat)(Value, Value) = nullptr;
  Ref (*await_)(Value) = nullptr;
  Ref (*aiter)(Value) = nullptr;
  Ref (*anext)(Value) = nullptr;

  const NativeDef* methods = nullptr;  // static types: read by ready_type
  const GetSetDef* getset = nullptr;
  const char* doc = nullptr;
};

extern Type type_type;    // `type`
extern Type object_type;  // `object`

bool is_small_int_type(Type*);
extern Type int_type;
inline Type* type_of(Value v) { return v.is_small() ? &int_type : v.object()->type; }

/// Real subclassing (MRO), no __subclasscheck__.
bool is_subtype(Type* type, Type* base);
inline bool has_type(Value v, Type* type) { return type_of(v) == type || is_subtype(type_of(v), type); }
/// "exactly this type"
inline bool is_exact(Value v, const Type& type) { return !v.is_small() && v.object()->type == &type; }

/// Completes a static type: inherits slots, builds MRO and dict with slot wrappers, methods, getsets.
/// Call once per type at start-up, bases first. Defaults: base = object.
void ready_type(Type* type);

/// `type(name, bases, namespace)` with metaclass `meta`: layout, __slots__, MRO (C3; raises TypeError), slots,
/// __set_name__, __init_subclass__(kwargs).
Ref new_heap_type(Type* meta, Str* name, Tuple* bases, Dict* ns, const Args& kwargs);

/// Lookup along the MRO with the method cache; borrowed, null (no exception) when absent.
Value lookup_in_type(Type* type, Str* name);
/// Sets or (null) deletes a class attribute; updates slots and versions of it and of its subclasses.
bool set_type_attr(Type* type, Str* name, Value value);

/// Object with uninitialised tail: `extra` bytes after basic_size. Zeroes basic_size, sets count 1 and type, adds the
/// GcHead when the type says so (not yet tracked: call gc_track when its fields are valid). Raises MemoryError over the limit.
Object* allocate(Type* type, size_t extra = 0);
template <class T>
T* allocate_as(Type* type, size_t extra = 0) {
  return static_cast<T*>(allocate(type, extra));
}
/// Frees the memory of an object (untracks first). The end of every dealloc.
void free_object(Object* object);
void gc_track(Object* object);
void gc_untrack(Object* object);
/// The `Dict*` of an instance: created when `create`; null if the type has none.
Dict** instance_dict_slot(Value v);

/// object.__getattribute__ / __setattr__ (data descriptor, instance dict, non-data descriptor).
Ref generic_getattr(Value self, Str* name);
bool generic_setattr(Value self, Str* name, Value value);
/// As generic_getattr, but a missing attribute gives null *without* an exception.
Ref generic_getattr_or_null(Value self, Str* name);

}  // namespace loopscope::python
