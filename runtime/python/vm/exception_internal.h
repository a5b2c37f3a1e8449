// SPDX-License-Identifier: MIT
#pragma once

#include "python/vm/exception.h"

/// Shared by the files that define exception classes.
namespace loopscope::python {

inline Exception* as_exception(Value v) { return v.as<Exception>(); }

Ref exception_new(Type* type, const Args& args);
/// BaseException.__init__: replaces args; no keywords.
bool exception_init(Value self, const Args& args);
Ref exception_str(Value self);
Ref exception_repr(Value self);

/// Row of a getset table for one field: reads None when unset.
template <Value Exception::* field>
Ref get_field(Value self) {
  Value v = as_exception(self)->*field;
  return v ? Ref::share(v) : Ref::share(kNone);
}
template <Value Exception::* field>
bool set_field(Value self, Value value) {
  assign(as_exception(self)->*field, value);
  return true;
}
template <Value Exception::* field>
constexpr GetSetDef field_getset(const char* name) {
  return {name, get_field<field>, set_field<field>};
}

/// A static exception class; the rest is inherited from its base.
Type make_exception_type(const char* name, Type* base);

/// Takes `name`, `path`... out of keywords into the given fields. False: TypeError for any other keyword.
struct KeywordField {
  const char* name;
  Value Exception::* field;
};
bool take_keywords(Value self, const Args& args, const char* function, std::initializer_list<KeywordField> fields);

void define_os_error(Type& t);
void define_syntax_error(Type& t);
void define_unicode_error(Type& decode, Type& encode, Type& translate);
void define_exception_group(Type& base_group, Type& group);

}  // namespace loopscope::python
