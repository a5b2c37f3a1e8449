// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "python/vm/errors.h"
#include "python/vm/type.h"

/// Layouts of the core built-in types and how to make and read them. Each type's behaviour is in its own file.
namespace loopscope::python {

// ---- singletons ---------------------------------------------------------------------------------------------
extern Object none_object, not_implemented_object, ellipsis_object;
extern Type none_type, not_implemented_type, ellipsis_type;
inline const Value kNone{&none_object};
inline const Value kNotImplemented{&not_implemented_object};
inline const Value kEllipsis{&ellipsis_object};
inline Ref none() { return Ref::share(&none_object); }
inline Ref not_implemented() { return Ref::share(&not_implemented_object); }

// ---- int, bool, float ---------------------------------------------------------------------------------------
struct BigNumber;  // arbitrary precision; big_number.cpp only (boost::multiprecision::cpp_int)

/// An int that does not fit a small Value, or an instance of a subclass of int (any size), or True/False.
/// Canonical: `big` only beyond int64; an exact int that fits a small Value is never an Int.
struct Int : Object {
  BigNumber* big;    // null: the value is `small`
  int64_t small;
};
extern Type int_type, bool_type, float_type, complex_type;
extern Int true_object, false_object;
inline const Value kTrue{&true_object};
inline const Value kFalse{&false_object};
inline Ref boolean(bool b) { return Ref::share(b ? static_cast<Object*>(&true_object) : &false_object); }

Ref make_int(int64_t n);
Ref make_int_unsigned(uint64_t n);
/// Decimal/other digits as the lexer gives them; base 2..36.
Ref make_int_from_digits(std::string_view digits, int base);
Ref make_int_from_double(double d);  // truncates; OverflowError/ValueError for inf/nan
inline bool is_int(Value v) { return v.is_small() || (type_of(v)->flags & kTypeIntSubclass); }
/// int -> int64. False without an exception when it does not fit.
bool int_fits(Value v, int64_t* out);
/// Index-like argument: accepts __index__; raises TypeError "'%T' object cannot be interpreted as an integer",
/// OverflowError "Python int too large to convert to C ssize_t" (or clamps when `clamp`).
bool to_ssize(Value v, ptrdiff_t* out, bool clamp = false);
/// Value as double (int, float, __float__, __index__); TypeError "must be real number, not %T".
bool to_double(Value v, double* out);
std::string int_to_text(Value v, int base = 10);
int64_t hash_double(double d);
Ref int_binary(BinaryOp op, Value a, Value b);  // both ints; the slow path behind the interpreter's small-int ops

struct Float : Object {
  double value;
};
Ref make_float(double d);
inline bool is_float(Value v) { return v.is_object() && has_type(v, &float_type); }

struct Complex : Object {
  double real, imag;
};
Ref make_complex(double real, double imag);

// ---- str, bytes -----------------------------------------------------------------------------------------------
/// Immutable text. Two widths: Latin-1 (all code points < 256; `wide` false, 1 byte each) or UTF-32 (`wide`, 4 bytes).
/// Always the narrow form when it fits. Lone surrogates are allowed as in Python.
struct Str : Object {
  uint32_t length;  // code points
  bool wide;
  bool ascii;
  bool interned;
  int64_t hash;     // -1: not computed
  void* data;       // narrow: uint8_t[length]; wide: char32_t[length]

  char32_t at(uint32_t i) const { return wide ? static_cast<char32_t*>(data)[i] : static_cast<uint8_t*>(data)[i]; }
  const uint8_t* narrow() const { return static_cast<const uint8_t*>(data); }
  const char32_t* wide_data() const { return static_cast<const char32_t*>(data); }
  /// Only when ascii: the text itself.
  std::string_view ascii_view() const { return {static_cast<const char*>(data), length}; }
};
extern Type str_type;
inline bool is_str(Value v) { return v.is_object() && (v.object()->type->flags & kTypeStrSubclass); }
Own<Str> make_str(std::string_view utf8);  // WTF-8: surrogates pass; invalid bytes become U+FFFD
Own<Str> make_str(const char32_t* points, size_t length);
Own<Str> make_str_char(char32_t c);        // cached below 256
std::string to_utf8(const Str* s);         // WTF-8
/// The one canonical object of a text; attribute names, identifiers, kwarg names are always interned. Lives for ever.
Str* intern(std::string_view utf8);        // borrowed
Str* intern(Str* s);                       // borrowed
bool str_equal(const Str* a, const Str* b);
bool str_equals(const Str* a, std::string_view ascii);
int64_t str_hash(Str* s);
Own<Str> str_concat(const Str* a, const Str* b);
Own<Str> str_substring(Str* s, uint32_t begin, uint32_t end);
/// `left += right` for an exact str: grows in place (amortised) when `left` is the only reference. False: MemoryError.
bool str_append(Own<Str>& left, const Str* right);
/// `format(value, spec)` mini-language for str/int/float lives in format.h.

/// Appends text cheaply and widens when needed. `finish` empties it; it raises MemoryError if memory ran out on the way.
class StrBuilder {
 public:
  StrBuilder() = default;
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  void add(char32_t c);
  void add(std::string_view ascii_or_utf8);
  void add(const Str* s);
  void add(const Str* s, uint32_t begin, uint32_t end);
  void pad(char32_t c, size_t count);
  uint32_t length() const { return length_; }
  Own<Str> finish();

 private:
  void* reserve(size_t extra, bool wide);
  static constexpr uint32_t kInlineBytes = 64;
  void* data_ = inline_;
  uint32_t length_ = 0, capacity_ = kInlineBytes;  // in code points of the present width
  bool wide_ = false, failed_ = false;
  alignas(4) char inline_[kInlineBytes];
};

struct Bytes : Object {
  uint32_t length;
  int64_t hash;
  uint8_t* data;
};
struct ByteArray : Object {
  uint32_t length, capacity;
  uint32_t exports;  // memoryviews that look at it: it cannot be resized
  uint8_t* data;
};
extern Type bytes_type, bytearray_type, memoryview_type;
Own<Bytes> make_bytes(const void* data, size_t length);
inline bool is_bytes(Value v) { return v.is_object() && (v.object()->type->flags & kTypeBytesSubclass); }

// ---- tuple, list, dict, set, slice, range -----------------------------------------------------------------------
struct Tuple : Object {
  uint32_t size;
  Value* items;  // owned references; storage follows the object
};
extern Type tuple_type;
inline bool is_tuple(Value v) { return v.is_object() && (v.object()->type->flags & kTypeTupleSubclass); }
/// Items null, to be filled by the caller with owned references before anyone else sees it; tracked already.
Own<Tuple> make_tuple(uint32_t size);
Own<Tuple> make_tuple(const Value* items, uint32_t size);  // shares each
template <class... V>
Own<Tuple> tuple_of(V... v) {
  const Value items[] = {Value(v)...};
  return make_tuple(items, sizeof...(V));
}
Tuple* empty_tuple();  // borrowed

struct List : Object {
  uint32_t size, capacity;
  Value* items;  // owned references
};
extern Type list_type;
inline bool is_list(Value v) { return v.is_object() && (v.object()->type->flags & kTypeListSubclass); }
Own<List> make_list(uint32_t capacity = 0);
bool list_append(List* list, Value item);
bool list_extend(List* list, Value iterable);
bool list_sort(List* list, Value key, bool reverse);  // stable; key null or callable

/// Insertion-ordered hash map. Entries are dense in insertion order (deleted ones have a null key); `index` is an
/// open-addressed table of entry numbers.
struct DictEntry {
  int64_t hash;
  Value key;    // owned; null: deleted
  Value value;  // owned
};
struct Dict : Object {
  uint32_t used;       // live entries
  uint32_t count;      // entries used so far, deleted ones included
  uint32_t capacity;   // of entries
  uint32_t mask;       // index size - 1
  uint32_t version;    // changes on insert of a new key, delete, clear (not on overwriting a value)
  bool plain_keys;     // all keys are exact str: lookup needs no Python-level __eq__
  uint64_t str_bits;   // str_bit of every str key there ever was: what is not among them is not a key
  int32_t* index;      // -1 empty, -2 deleted
  DictEntry* entries;
};
extern Type dict_type;
/// For names, whose hashes are known.
inline uint64_t str_bit(const Str* key) { return uint64_t{1} << (static_cast<uint64_t>(key->hash) >> 7 & 63); }
inline bool is_dict(Value v) { return v.is_object() && (v.object()->type->flags & kTypeDictSubclass); }
Own<Dict> make_dict(uint32_t expected = 0);
/// Borrowed; null: absent, or (if `failed()`) an error in __hash__/__eq__.
Value dict_get(Dict* d, Value key);
Value dict_get(Dict* d, Str* key);                 // never fails
/// Position of a str key in entries, or -1: for inline caches.
int32_t dict_find(Dict* d, Str* key);
bool dict_set(Dict* d, Value key, Value value);
bool dict_set(Dict* d, Str* key, Value value);
int dict_delete(Dict* d, Value key);               // 1 deleted, 0 absent, -1 error
int dict_contains(Dict* d, Value key);
/// Iterates live entries; `*position` starts at 0. False at the end. Borrowed.
bool dict_next(Dict* d, uint32_t* position, Value* key, Value* value);
bool dict_update(Dict* d, Value mapping_or_pairs);
Own<Dict> dict_copy(Dict* d);
void dict_clear(Dict* d);

/// Hash set with CPython's table layout and probing, so that iteration order is CPython's for equal hashes.
struct SetEntry {
  int64_t hash;
  Value key;  // null: empty; dummy marker for deleted
};
struct Set : Object {
  uint32_t fill, used, mask;
  int64_t hash;  // frozenset; -1 not computed
  Object* weaklist;
  SetEntry* table;
  SetEntry small[8];
};
extern Type set_type, frozenset_type;
Own<Set> make_set(Value iterable = {}, bool frozen = false);
bool set_add(Set* s, Value v);
int set_contains(Set* s, Value v);
int set_discard(Set* s, Value v);
bool set_next(Set* s, uint32_t* position, Value* key);  // borrowed

struct Slice : Object {
  Value start, stop, step;
};
extern Type slice_type;
Own<Slice> make_slice(Value start, Value stop, Value step);
/// The three numbers, of any size yet; false: exception.
bool unpack_slice(Slice* s, ptrdiff_t* start, ptrdiff_t* stop, ptrdiff_t* step);
/// Clamps them to `length` as slice.indices. @returns the number of items
ptrdiff_t clamp_slice(ptrdiff_t length, ptrdiff_t* start, ptrdiff_t* stop, ptrdiff_t step);
/// Both; false: exception. `length` is the sequence's own field: it is read after the numbers, since an `__index__` may change it.
template <typename Length>
bool slice_indices(Slice* s, const Length& length, ptrdiff_t* start, ptrdiff_t* stop, ptrdiff_t* step, ptrdiff_t* count) {
  if (!unpack_slice(s, start, stop, step)) return false;
  *count = clamp_slice(static_cast<ptrdiff_t>(length), start, stop, *step);
  return true;
}

/// The same for a length of any size (slice.indices, slices of ranges).
bool slice_indices(Slice* s, Value length, Ref* start, Ref* stop, Ref* step);

struct Range : Object {
  Value start, stop, step, length;  // ints
};
extern Type range_type;

// ---- functions, methods, modules ----------------------------------------------------------------------------------
struct CodeObject;
struct Cell : Object {
  Value value;  // null: unbound
};
extern Type cell_type;
Own<Cell> make_cell(Value v);

struct Function : Object {
  CodeObject* code;
  Dict* globals;
  Dict* builtins;
  Str* name;
  Str* qualname;
  Value module;
  Value doc;
  Tuple* defaults;      // or null
  Dict* kwdefaults;     // or null
  Tuple* closure;       // of Cell, or null
  Value annotations;    // dict, tuple of names and values, or null
  Tuple* type_params;   // or null
  Dict* dict;           // __dict__, or null
  Object* weaklist;
};
extern Type function_type;

struct BoundMethod : Object {
  Value function, self;
  Object* weaklist;
};
extern Type method_type;
Ref make_bound_method(Value function, Value self);

class Signature;  // parsed NativeDef::signature; signature.h
/// builtin_function_or_method (self null or bound), and unbound method_descriptor (owner set).
struct NativeFunction : Object {
  const NativeDef* def;
  const Signature* signature;  // null: raw
  uint32_t plain_count;        // so many positional arguments are passed on as they stand; kNotPlain: none are
  Value self;                  // bound receiver, module, or null
  Type* owner;                 // method_descriptor: the type it belongs to
  Value module;                // __module__
};
inline constexpr uint32_t kNotPlain = UINT32_MAX;
extern Type native_function_type;    // "builtin_function_or_method"
extern Type method_descriptor_type;  // "method_descriptor"
extern Type classmethod_descriptor_type, getset_descriptor_type, member_descriptor_type, slot_wrapper_type;
extern Type classmethod_type, staticmethod_type, property_type, super_type;
Ref make_native_function(const NativeDef* def, Value self, Value module);

struct Module : Object {
  Dict* dict;
  Str* name;
  Object* weaklist;
};
extern Type module_type;
Own<Module> make_module(std::string_view name);
/// Adds each row as a builtin_function_or_method.
bool module_add(Module* m, const NativeDef* defs);
bool module_add(Module* m, const char* name, Value v);

struct CodeObject;  // code_object.h
struct Generator;   // generator.h

/// An exception instance. Types with more fields (StopIteration.value, OSError.errno, SyntaxError, ImportError...) keep
/// them in `extra` or the instance dict; see exception.h.
struct Exception : Object {
  Dict* dict;
  Tuple* args;
  Value traceback;  // Traceback or null
  Value context;    // Exception or null
  Value cause;      // Exception or null
  bool suppress_context;
  Value notes;      // list or null
  Value value;      // StopIteration.value, SystemExit.code, ImportError.name..., ExceptionGroup: message
  Value extra;      // ExceptionGroup: tuple of exceptions; OSError: (errno, strerror, filename); NameError/AttributeError: name
  Value extra2;     // AttributeError.obj ...
  Object* weaklist;
};
inline bool is_exception(Value v) { return v.is_object() && (v.object()->type->flags & kTypeExceptionSubclass); }

struct WeakRef : Object {
  Object* target;  // borrowed; null when dead
  Value callback;
  WeakRef *previous, *next;  // list of the target
  int64_t hash;
};
extern Type weakref_type;
/// Called by dealloc of weakly referencable objects first.
void clear_weakrefs(Object* object);
Ref make_weakref(Value target, Value callback = {});

}  // namespace loopscope::python
