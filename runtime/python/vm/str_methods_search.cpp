// SPDX-License-Identifier: MIT
#include "python/vm/int.h"
#include "python/vm/str_methods.h"

namespace loopscope::python::str_methods {

bool expect_str(Value v, const char* method, int argument) {
  if (is_str(v)) return true;
  return raise(exc::TypeError, "%s() argument %d must be str, not %T", method, argument, v), false;
}

namespace {

/// A search within self[start:end]: args are needle, start, end.
struct Search {
  Str* self;
  Str* needle;
  int64_t start = 0, end = INT64_MAX;
  bool possible = false;  // the range exists at all

  bool read(Value v, const Value* args, const char* method) {
    self = v.as<Str>();
    if (!expect_str(args[0], method, 1)) return false;
    needle = args[0].as<Str>();
    if (!slice_bound(args[1], &start) || !slice_bound(args[2], &end)) return false;
    adjust_range(self->length, &start, &end);
    possible = start <= end;
    return true;
  }
  TextSpan range() const { return span(self).part(static_cast<uint32_t>(start), static_cast<uint32_t>(end)); }
  ptrdiff_t run(bool backwards) const {
    if (!possible) return -1;
    ptrdiff_t at = backwards ? rfind_text(range(), span(needle)) : find_text(range(), span(needle));
    return at < 0 ? -1 : at + static_cast<ptrdiff_t>(start);
  }
};

Ref find_or(Value self, const Value* args, const char* method, bool backwards, bool must) {
  Search search;
  if (!search.read(self, args, method)) return nullptr;
  ptrdiff_t at = search.run(backwards);
  if (at < 0 && must) return raise(exc::ValueError, "substring not found");
  return Ref::small(at);
}

bool affix_matches(const Str* self, const Str* affix, int64_t start, int64_t end, bool at_end) {
  if (end - start < static_cast<int64_t>(affix->length)) return false;
  int64_t from = at_end ? end - affix->length : start;
  return same_text(span(self).part(static_cast<uint32_t>(from), static_cast<uint32_t>(from + affix->length)), span(affix));
}

Ref has_affix(Value v, const Value* args, const char* method, bool at_end) {
  auto self = v.as<Str>();
  int64_t start = 0, end = INT64_MAX;
  if (!slice_bound(args[1], &start) || !slice_bound(args[2], &end)) return nullptr;
  adjust_range(self->length, &start, &end);
  if (is_tuple(args[0])) {
    auto options = args[0].as<Tuple>();
    for (uint32_t i = 0; i < options->size; i++) {
      if (!is_str(options->items[i])) {
        return raise(exc::TypeError, "tuple for %s must only contain str, not %T", method, options->items[i]);
      }
      if (affix_matches(self, options->items[i].as<Str>(), start, end, at_end)) return boolean(true);
    }
    return boolean(false);
  }
  if (!is_str(args[0])) return raise(exc::TypeError, "%s first arg must be str or a tuple of str, not %T", method, args[0]);
  return boolean(affix_matches(self, args[0].as<Str>(), start, end, at_end));
}

}  // namespace

Ref find(Value self, const Value* args) { return find_or(self, args, "find", false, false); }
Ref rfind(Value self, const Value* args) { return find_or(self, args, "rfind", true, false); }
Ref index(Value self, const Value* args) { return find_or(self, args, "index", false, true); }
Ref rindex(Value self, const Value* args) { return find_or(self, args, "rindex", true, true); }

Ref count(Value self, const Value* args) {
  Search search;
  if (!search.read(self, args, "count")) return nullptr;
  if (!search.possible) return Ref::small(0);
  TextSpan text = search.range();
  if (search.needle->length == 0) return make_int(static_cast<int64_t>(text.length) + 1);
  intptr_t found = 0;
  for (;;) {
    ptrdiff_t at = find_text(text, span(search.needle));
    if (at < 0) return Ref::small(found);
    found++;
    text = text.part(static_cast<uint32_t>(at) + search.needle->length, text.length);
  }
}

Ref startswith(Value self, const Value* args) { return has_affix(self, args, "startswith", false); }
Ref endswith(Value self, const Value* args) { return has_affix(self, args, "endswith", true); }

Ref replace(Value self, const Value* args) {
  if (!expect_str(args[0], "replace", 1) || !expect_str(args[1], "replace", 2)) return nullptr;
  int64_t count = -1;
  if (args[2] && !to_int64(args[2], &count, OnOverflow::error)) return nullptr;
  return str_replace(self.as<Str>(), span(args[0].as<Str>()), span(args[1].as<Str>()), count);
}

Ref removeprefix(Value v, const Value* args) {
  auto self = v.as<Str>();
  if (!is_str(args[0])) return raise(exc::TypeError, "removeprefix() argument must be str, not %T", args[0]);
  auto affix = args[0].as<Str>();
  if (!affix_matches(self, affix, 0, self->length, false)) return exact_str(self);
  return str_substring(self, affix->length, self->length);
}

Ref removesuffix(Value v, const Value* args) {
  auto self = v.as<Str>();
  if (!is_str(args[0])) return raise(exc::TypeError, "removesuffix() argument must be str, not %T", args[0]);
  auto affix = args[0].as<Str>();
  if (!affix_matches(self, affix, 0, self->length, true)) return exact_str(self);
  return str_substring(self, 0, self->length - affix->length);
}

}  // namespace loopscope::python::str_methods
