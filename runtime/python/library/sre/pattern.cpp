// SPDX-License-Identifier: MIT
#include "python/library/sre/pattern.h"

#include "python/library/iterators.h"
#include "python/library/sre/opcodes.h"
#include "python/library/sre/operation.h"
#include "python/library/sre/scanner.h"
#include "python/number/hex_text.h"
#include "python/vm/generic_alias.h"
#include "python/vm/int.h"
#include "python/vm/protocol.h"
#include "python/vm/str.h"
#include "python/vm/type_internal.h"

namespace loopscope::python::sre {

namespace {

void dealloc(Object* object) {
  auto* p = static_cast<PatternObject*>(object);
  clear_weakrefs(object);
  delete p->program;
  xdecref(p->pattern);
  xdecref(Value(p->group_index));
  xdecref(Value(p->group_names));
  free_object(object);
}

/// pos and endpos, or count: an int as 64-bit CPython takes it.
bool read_place(Value v, int64_t* out) { return !v || to_int64(v, out, OnOverflow::error); }

template <Machine::Mode kMode>
Ref find(Value self, const Value* args) {
  int64_t from = 0, end = INT64_MAX;
  if (!read_place(args[1], &from) || !read_place(args[2], &end)) return {};
  return find_one(self, kMode, args[0], from, end);
}
Ref findall(Value self, const Value* args) {
  int64_t from = 0, end = INT64_MAX;
  if (!read_place(args[1], &from) || !read_place(args[2], &end)) return {};
  return find_all(self, args[0], from, end);
}
Ref scanner(Value self, const Value* args) {
  int64_t from = 0, end = INT64_MAX;
  if (!read_place(args[1], &from) || !read_place(args[2], &end)) return {};
  return make_scanner(self, args[0], from, end);
}
Ref finditer(Value self, const Value* args) {
  Ref made = scanner(self, args);
  Ref search = made ? get_attr(made, intern("search")) : Ref();
  return search ? make_callable_iterator(search, kNone) : Ref();
}
Ref split_method(Value self, const Value* args) {
  int64_t most = 0;
  return read_place(args[1], &most) ? split(self, args[0], most) : Ref();
}
Ref sub(Value self, const Value* args) {
  int64_t most = 0;
  return read_place(args[2], &most) ? substitute(self, args[0], args[1], most, false) : Ref();
}
Ref subn(Value self, const Value* args) {
  int64_t most = 0;
  return read_place(args[2], &most) ? substitute(self, args[0], args[1], most, true) : Ref();
}
Ref same(Value self, const Value*) { return Ref::share(self); }

Ref pattern_repr(Value self) {
  PatternObject* p = pattern_of(self);
  static const struct {
    const char* name;
    uint32_t flag;
  } kNames[] = {
      {"re.IGNORECASE", kFlagIgnoreCase}, {"re.MULTILINE", kFlagMultiline}, {"re.DOTALL", kFlagDotAll},
      {"re.VERBOSE", kFlagVerbose},       {"re.DEBUG", kFlagDebug},         {"re.ASCII", kFlagAscii},
      {"re.LOCALE", kFlagLocale},         {"re.UNICODE", kFlagUnicode},
  };
  uint32_t flags = p->flags;
  // What every str pattern is need not be said.
  if (!p->is_bytes && p->pattern != kNone && (flags & (kFlagLocale | kFlagUnicode | kFlagAscii)) == kFlagUnicode)
    flags &= ~kFlagUnicode;
  Ref shown = repr(p->pattern);
  if (!shown) return {};
  StrBuilder out;
  out.add("re.compile(");
  out.add(shown.as<Str>(), 0, std::min<uint32_t>(shown.as<Str>()->length, 200));
  const char* separator = ", ";
  for (auto& row : kNames)
    if (flags & row.flag) {
      out.add(separator);
      out.add(row.name);
      separator = "|";
      flags &= ~row.flag;
    }
  if (flags) {
    out.add(separator);
    out.add("0x" + hex_text(static_cast<uint32_t>(flags)));
  }
  out.add(")");
  return out.finish();
}

bool pattern_hash(Value self, int64_t* out) {
  PatternObject* p = pattern_of(self);
  if (!hash(p->pattern, out)) return false;
  *out ^= hash_bytes(p->program->code(), p->program->size() * sizeof(uint32_t)) ^ p->flags ^ p->is_bytes;
  if (*out == -1) *out = -2;
  return true;
}
Ref pattern_compare(Value a, Value b, CompareOp op) {
  if ((op != CompareOp::eq && op != CompareOp::ne) || !is_exact(b, pattern_type)) return not_implemented();
  PatternObject *p = pattern_of(a), *q = pattern_of(b);
  int same = p == q;
  if (!same && p->flags == q->flags && p->is_bytes == q->is_bytes && p->program->size() == q->program->size() &&
      std::equal(p->program->code(), p->program->code() + p->program->size(), q->program->code()))
    same = equal(p->pattern, q->pattern);
  return same < 0 ? Ref() : boolean((same == 1) == (op == CompareOp::eq));
}

const NativeDef kMethods[] = {
    {"match", find<Machine::Mode::match>, "string, pos=0, endpos=sys.maxsize"},
    {"fullmatch", find<Machine::Mode::fullmatch>, "string, pos=0, endpos=sys.maxsize"},
    {"search", find<Machine::Mode::search>, "string, pos=0, endpos=sys.maxsize"},
    {"sub", sub, "repl, string, count=0"},
    {"subn", subn, "repl, string, count=0"},
    {"findall", findall, "string, pos=0, endpos=sys.maxsize"},
    {"split", split_method, "string, maxsplit=0"},
    {"finditer", finditer, "string, pos=0, endpos=sys.maxsize"},
    {"scanner", scanner, "string, pos=0, endpos=sys.maxsize"},
    {"__copy__", same, ""},
    {"__deepcopy__", same, "memo, /"},
    {"__class_getitem__", class_getitem, "object, /", kNativeClass},
    {nullptr, nullptr, nullptr},
};
const GetSetDef kGetSet[] = {
    {"pattern", [](Value v) { return Ref::share(pattern_of(v)->pattern); }},
    {"flags", [](Value v) { return make_int(pattern_of(v)->flags); }},
    {"groups", [](Value v) { return make_int(pattern_of(v)->groups); }},
    {"groupindex",
     [](Value v) {
       Dict* index = pattern_of(v)->group_index;
       return index->used ? make_mappingproxy(Value(index)) : Ref(make_dict());
     }},
    {nullptr, nullptr},
};

Type make_pattern_type() {
  Type t;
  t.name = "re.Pattern";
  t.doc = "Compiled regular expression object.";
  t.flags = kTypeNoInstantiate;
  t.basic_size = sizeof(PatternObject);
  t.weaklist_offset = offsetof(PatternObject, weaklist);
  t.dealloc = dealloc;
  t.repr = pattern_repr;
  t.hash = pattern_hash;
  t.compare = pattern_compare;
  t.methods = kMethods;
  t.getset = kGetSet;
  return t;
}

/// The list of ints as words.
bool read_code(List* list, std::unique_ptr<uint32_t[]>* out) {
  uint32_t size = list->size;
  out->reset(new uint32_t[size ? size : 1]);
  for (uint32_t i = 0; i < size && i < list->size; i++) {
    Value v = list->items[i];
    if (!is_int(v)) return raise(exc::TypeError, "an integer is required"), false;
    int64_t n = int_clamped(v);
    if (n < 0) return raise(exc::OverflowError, "can't convert negative value to unsigned int"), false;
    if (n > UINT32_MAX) return raise(exc::OverflowError, "regular expression code size limit exceeded"), false;
    (*out)[i] = static_cast<uint32_t>(n);
  }
  return true;
}

}  // namespace

Type pattern_type = make_pattern_type();

int64_t group_number(PatternObject* pattern, Value index) {
  int64_t i = -1;
  if (is_int(index) || type_of(index)->index) {
    if (!to_int64(index, &i, OnOverflow::clamp)) return -1;
  } else {
    Value number = dict_get(pattern->group_index, index);
    if (failed()) return -1;
    if (number && is_int(number)) i = int_clamped(number);
  }
  if (i >= 0 && i <= pattern->groups) return i;
  return raise(exc::IndexError, "no such group"), -1;
}

Ref compile_pattern(Value, const Value* args) {
  static const char* const kWanted[] = {"code", "list", "groupindex", "dict", "indexgroup", "tuple"};
  const bool fits[] = {is_list(args[2]), is_dict(args[4]), is_tuple(args[5])};
  const Value given[] = {args[2], args[4], args[5]};
  int64_t flags, groups;
  if (!to_int64(args[1], &flags, OnOverflow::error)) return {};
  for (int i = 0; i < 3; i++) {
    if (i == 1 && !to_int64(args[3], &groups, OnOverflow::error)) return {};
    if (!fits[i]) return raise(exc::TypeError, "compile() argument '%s' must be %s, not %T", kWanted[i * 2], kWanted[i * 2 + 1], given[i]);
  }
  std::unique_ptr<uint32_t[]> code;
  uint32_t size = args[2].as<List>()->size;
  if (!read_code(args[2].as<List>(), &code)) return {};
  bool is_bytes = false;
  if (args[0] != kNone && !is_text(args[0], &is_bytes))
    return raise(exc::TypeError, "expected string or bytes-like object, got '%T'", args[0]);
  std::unique_ptr<Program> program;
  if (groups >= 0 && groups <= kMaxGroups / 2) program = Program::make(std::move(code), size, static_cast<uint32_t>(groups));
  if (!program) return raise(exc::RuntimeError, "invalid SRE code");
  auto* p = allocate_as<PatternObject>(&pattern_type);
  if (!p) return {};
  p->program = program.release();
  p->pattern = Ref::share(args[0]).release();
  p->group_index = Own<Dict>::share(args[4].as<Dict>()).release();
  p->group_names = Own<Tuple>::share(args[5].as<Tuple>()).release();
  p->flags = static_cast<uint32_t>(flags);
  p->groups = static_cast<uint32_t>(groups);
  p->is_bytes = is_bytes;
  return Ref::steal(p);
}

}  // namespace loopscope::python::sre
