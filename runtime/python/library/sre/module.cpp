// SPDX-License-Identifier: MIT
#include "python/library/sre/characters.h"
#include "python/library/sre/match_object.h"
#include "python/library/sre/opcodes.h"
#include "python/library/sre/pattern.h"
#include "python/library/sre/replacement.h"
#include "python/library/sre/scanner.h"
#include "python/library/standard_modules.h"
#include "python/vm/int.h"
#include "python/vm/vm.h"

/// `_sre`: what the `re` package is built on. The package itself, which parses and compiles patterns, is CPython's.
namespace loopscope::python {

namespace {

using namespace sre;

bool read_character(Value v, char32_t* out) {
  int64_t n;
  if (!to_int64(v, &n, OnOverflow::error)) return false;
  *out = static_cast<char32_t>(n);
  return true;
}
template <class Answer>
Ref ask(Value v, Answer answer) {
  char32_t c;
  return read_character(v, &c) ? answer(c) : Ref();
}

Ref ascii_iscased(Value, const Value* args) {
  return ask(args[0], [](char32_t c) { return boolean(is_ascii_letter(c)); });
}
Ref unicode_iscased(Value, const Value* args) {
  return ask(args[0], [](char32_t c) { return boolean(lower_unicode(c) != c || upper_unicode(c) != c); });
}
Ref ascii_tolower(Value, const Value* args) {
  return ask(args[0], [](char32_t c) { return make_int(static_cast<int32_t>(lower_ascii(c))); });
}
Ref unicode_tolower(Value, const Value* args) {
  return ask(args[0], [](char32_t c) { return make_int(static_cast<int32_t>(lower_unicode(c))); });
}
Ref getcodesize(Value, const Value*) { return make_int(sizeof(uint32_t)); }

const NativeDef kFunctions[] = {
    {"compile", compile_pattern, "pattern, flags, code, groups, groupindex, indexgroup"},
    {"template", make_template, "pattern, template, /"},
    {"ascii_iscased", ascii_iscased, "character, /"},
    {"unicode_iscased", unicode_iscased, "character, /"},
    {"ascii_tolower", ascii_tolower, "character, /"},
    {"unicode_tolower", unicode_tolower, "character, /"},
    {"getcodesize", getcodesize, ""},
    {nullptr, nullptr, nullptr},
};

bool fill(Module* m) {
  for (Type* t : {&pattern_type, &match_type, &scanner_type, &template_type}) ready_type(t);
  return module_add(m, kFunctions) && module_add(m, "MAGIC", make_int(kMagic)) &&
         module_add(m, "CODESIZE", make_int(sizeof(uint32_t))) && module_add(m, "MAXREPEAT", make_int(kMaxRepeat)) &&
         module_add(m, "MAXGROUPS", make_int(kMaxGroups));
}

}  // namespace

void register_sre_module() { register_native_module("_sre", fill); }

}  // namespace loopscope::python
