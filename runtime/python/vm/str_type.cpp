// SPDX-License-Identifier: MIT
#include <cstring>

#include "python/vm/bytes.h"
#include "python/vm/format.h"
#include "python/vm/int.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"
#include "python/vm/startup.h"
#include "python/vm/str_methods.h"

/// The type `str`: its slots, constructor and table of methods.
namespace loopscope::python {

void str_dealloc(Object* object);

namespace {

Ref slot_repr(Value v) { return str_repr(v.as<Str>()); }
Ref slot_str(Value v) { return exact_str(v.as<Str>()); }
bool slot_hash(Value v, int64_t* out) {
  *out = str_hash(v.as<Str>());
  return true;
}

int three_way(const Str* a, const Str* b) {
  uint32_t n = a->length < b->length ? a->length : b->length;
  if (!a->wide && !b->wide) {
    int order = std::memcmp(a->data, b->data, n);
    if (order != 0) return order;
  } else {
    for (uint32_t i = 0; i < n; i++) {
      char32_t x = a->at(i), y = b->at(i);
      if (x != y) return x < y ? -1 : 1;
    }
  }
  return a->length < b->length ? -1 : a->length > b->length;
}

Ref slot_compare(Value a, Value b, CompareOp op) {
  if (!is_str(a) || !is_str(b)) return not_implemented();
  auto x = a.as<Str>(), y = b.as<Str>();
  switch (op) {
    case CompareOp::eq: return boolean(str_equal(x, y));
    case CompareOp::ne: return boolean(!str_equal(x, y));
    case CompareOp::lt: return boolean(three_way(x, y) < 0);
    case CompareOp::le: return boolean(three_way(x, y) <= 0);
    case CompareOp::gt: return boolean(three_way(x, y) > 0);
    case CompareOp::ge: return boolean(three_way(x, y) >= 0);
  }
  return not_implemented();
}

ptrdiff_t slot_length(Value v) { return static_cast<ptrdiff_t>(v.as<Str>()->length); }

Ref slot_getitem(Value v, Value key) {
  auto self = v.as<Str>();
  if (is_exact(key, slice_type)) {
    ptrdiff_t start, stop, step, count;
    if (!slice_indices(key.as<Slice>(), self->length, &start, &stop, &step, &count)) return nullptr;
    if (count <= 0) return empty_str();
    if (step == 1) return str_substring(self, static_cast<uint32_t>(start), static_cast<uint32_t>(start + count));
    StrBuilder out;
    for (ptrdiff_t i = 0; i < count; i++) out.add(self->at(static_cast<uint32_t>(start + i * step)));
    return out.finish();
  }
  if (!type_of(key)->index) return raise(exc::TypeError, "string indices must be integers, not '%T'", key);
  int64_t i;
  if (!to_int64(key, &i, OnOverflow::subscript)) return nullptr;
  if (i < 0) i += self->length;
  if (i < 0 || i >= self->length) return raise(exc::IndexError, "string index out of range");
  return make_str_char(self->at(static_cast<uint32_t>(i)));
}

int slot_contains(Value v, Value item) {
  if (!is_str(item)) return raise(exc::TypeError, "'in <string>' requires string as left operand, not %T", item), -1;
  return find_text(span(v.as<Str>()), span(item.as<Str>())) >= 0;
}

Ref slot_concat(Value a, Value b) {
  if (!is_str(b)) return raise(exc::TypeError, "can only concatenate str (not \"%T\") to str", b);
  return str_concat(a.as<Str>(), b.as<Str>());
}

Ref slot_repeat(Value v, Value times) {
  auto self = v.as<Str>();
  int64_t count;
  if (!repeat_count(times, &count)) return nullptr;
  if (count == 0 || self->length == 0) return empty_str();
  if (count == 1) return exact_str(self);
  if (count > kMaxStrLength / self->length) return raise(exc::MemoryError, "");
  Own<Str> result = new_str(static_cast<size_t>(count) * self->length, self->wide);
  if (!result) return nullptr;
  size_t bytes = static_cast<size_t>(self->length) * (self->wide ? 4 : 1);
  auto out = static_cast<char*>(result->data);
  if (bytes == 1) {
    std::memset(out, self->narrow()[0], static_cast<size_t>(count));
  } else {
    for (int64_t i = 0; i < count; i++, out += bytes) std::memcpy(out, self->data, bytes);
  }
  result->ascii = self->ascii;
  return result;
}

Ref slot_remainder(Value a, Value b) { return is_str(a) ? str_percent(a, b) : not_implemented(); }

/// str(object=''), str(bytes, encoding='utf-8', errors='strict').
Own<Str> construct(const Args& args) {
  Value parameters[3] = {};
  static constexpr const char* kNames[] = {"object", "encoding", "errors"};
  uint32_t total = args.positional + args.keyword_count();
  if (total > 3) return raise(exc::TypeError, "str() takes at most 3 arguments (%d given)", static_cast<int>(total));
  for (uint32_t i = 0; i < args.positional; i++) parameters[i] = args[i];
  for (uint32_t k = 0; k < args.keyword_count(); k++) {
    auto name = args.names->items[k].as<Str>();
    int at = -1;
    for (int i = 0; i < 3; i++)
      if (str_equals(name, kNames[i])) at = i;
    if (at < 0) return raise(exc::TypeError, "str() got an unexpected keyword argument '%U'", name);
    if (parameters[at]) {
      return raise(exc::TypeError, "argument for str() given by name ('%U') and position (%d)", name, at + 1);
    }
    parameters[at] = args[args.positional + k];
  }
  for (int i = 1; i < 3; i++) {
    if (parameters[i] && !is_str(parameters[i])) {
      return raise(exc::TypeError, "str() argument '%s' must be str, not %T", kNames[i], parameters[i]);
    }
  }
  if (!parameters[0]) return empty_str();
  Ref text;
  if (!parameters[1] && !parameters[2]) {
    text = str(parameters[0]);
  } else {
    Value source = parameters[0];
    if (is_str(source)) return raise(exc::TypeError, "decoding str is not supported");
    auto encoding = parameters[1] ? parameters[1].as<Str>() : nullptr;
    auto errors = parameters[2] ? parameters[2].as<Str>() : nullptr;
    BytesView view;
    if (!read_bytes(source, &view)) {
      return raise(exc::TypeError, "decoding to str: need a bytes-like object, %T found", source);
    }
    HeldBytes held;  // an error handler may try to change it
    if (!held.acquire(source)) return nullptr;
    text = decode_bytes(source, held.view().data, held.view().length, encoding, errors);
  }
  return text ? Own<Str>::steal(text.release().as<Str>()) : nullptr;
}

Ref slot_new(Type* type, const Args& args) {
  Own<Str> text = construct(args);
  if (!text || type == &str_type) return text;
  Own<Str> result = new_str(text->length, text->wide, type);
  if (!result) return nullptr;
  std::memcpy(result->data, text->data, static_cast<size_t>(text->length) * (text->wide ? 4 : 1));
  result->ascii = text->ascii;
  return result;
}

Ref method_format(Value self, const Args& args) { return str_format(self.as<Str>(), args, Value()); }
Ref method_format_map(Value self, const Value* args) { return str_format(self.as<Str>(), Args{}, args[0]); }

Ref method_dunder_format(Value v, const Value* args) {
  if (!is_str(args[0])) return raise(exc::TypeError, "__format__() argument must be str, not %T", args[0]);
  if (args[0].as<Str>()->length == 0) return is_exact(v, str_type) ? Ref::share(v) : str(v);
  return format_str(v.as<Str>(), args[0].as<Str>());
}

Ref method_encode(Value self, const Value* args) {
  static constexpr const char* kNames[] = {"encoding", "errors"};
  for (int i = 0; i < 2; i++) {
    if (args[i] && !is_str(args[i])) {
      return raise(exc::TypeError, "encode() argument '%s' must be str, not %T", kNames[i], args[i]);
    }
  }
  return encode_str(self.as<Str>(), args[0] ? args[0].as<Str>() : nullptr, args[1] ? args[1].as<Str>() : nullptr);
}

Ref method_getnewargs(Value self, const Value*) { return tuple_of(exact_str(self.as<Str>()).get()); }
Ref method_sizeof(Value v, const Value*) {
  auto self = v.as<Str>();
  char32_t highest = 0;
  for (uint32_t i = 0; i < self->length; i++) highest |= self->at(i);
  int64_t unit = highest < 256 ? 1 : highest < 0x10000 ? 2 : 4;
  return make_int((self->ascii ? 40 : 56) + (self->length + 1) * unit);  // as 64-bit CPython
}

using namespace str_methods;

constexpr NativeDef kMethods[] = {
    {"encode", method_encode, "encoding='utf-8', errors='strict'"},
    {"replace", replace, "old, new, /, count=-1"},
    {"split", split, "sep=None, maxsplit=-1"},
    {"rsplit", rsplit, "sep=None, maxsplit=-1"},
    {"join", join, "iterable, /"},
    {"capitalize", capitalize, ""},
    {"casefold", casefold, ""},
    {"title", title, ""},
    {"center", center, "width, fillchar=' ', /"},
    {"count", count, "sub, start=None, end=None, /"},
    {"expandtabs", expandtabs, "tabsize=8"},
    {"find", find, "sub, start=None, end=None, /"},
    {"partition", partition, "sep, /"},
    {"index", str_methods::index, "sub, start=None, end=None, /"},
    {"ljust", ljust, "width, fillchar=' ', /"},
    {"lower", lower, ""},
    {"lstrip", lstrip, "chars=None, /"},
    {"rfind", rfind, "sub, start=None, end=None, /"},
    {"rindex", rindex, "sub, start=None, end=None, /"},
    {"rjust", rjust, "width, fillchar=' ', /"},
    {"rstrip", rstrip, "chars=None, /"},
    {"rpartition", rpartition, "sep, /"},
    {"splitlines", splitlines, "keepends=False"},
    {"strip", strip, "chars=None, /"},
    {"swapcase", swapcase, ""},
    {"translate", translate, "table, /"},
    {"upper", upper, ""},
    {"startswith", startswith, "prefix, start=None, end=None, /"},
    {"endswith", endswith, "suffix, start=None, end=None, /"},
    {"removeprefix", removeprefix, "prefix, /"},
    {"removesuffix", removesuffix, "suffix, /"},
    {"isascii", isascii, ""},
    {"islower", islower, ""},
    {"isupper", isupper, ""},
    {"istitle", istitle, ""},
    {"isspace", isspace, ""},
    {"isdecimal", isdecimal, ""},
    {"isdigit", isdigit, ""},
    {"isnumeric", isnumeric, ""},
    {"isalpha", isalpha, ""},
    {"isalnum", isalnum, ""},
    {"isidentifier", isidentifier, ""},
    {"isprintable", isprintable, ""},
    {"zfill", zfill, "width, /"},
    raw_native("format", method_format),
    {"format_map", method_format_map, "mapping, /"},
    {"maketrans", maketrans, "x, y=None, z=None, /", kNativeStatic},
    {"__format__", method_dunder_format, "format_spec, /"},
    {"__getnewargs__", method_getnewargs, ""},
    {"__sizeof__", method_sizeof, ""},
    {nullptr, nullptr, nullptr},
};

constexpr Type describe() {
  Type t{};
  t.refcount = kImmortalRefcount;
  t.type = &type_type;
  t.name = "str";
  t.flags = kTypeBase | kTypeStrSubclass;
  t.basic_size = sizeof(Str);
  t.dealloc = str_dealloc;
  t.repr = slot_repr;
  t.str = slot_str;
  t.hash = slot_hash;
  t.compare = slot_compare;
  t.iter = str_iterate;
  t.new_ = slot_new;
  t.binary[static_cast<int>(BinaryOp::remainder)] = slot_remainder;
  t.length = slot_length;
  t.getitem = slot_getitem;
  t.contains = slot_contains;
  t.concat = slot_concat;
  t.repeat = slot_repeat;
  t.methods = kMethods;
  t.doc =
      "str(object='') -> str\n"
      "str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
      "The text of an object, or bytes decoded to text.";
  return t;
}

}  // namespace

constinit Type str_type = describe();

void ready_str_type() {
  ready_type(&str_type);
  ready_type(&str_iterator_type);
  ready_type(&str_ascii_iterator_type);
}

}  // namespace loopscope::python
