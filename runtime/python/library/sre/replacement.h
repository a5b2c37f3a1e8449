// SPDX-License-Identifier: MIT
#pragma once

#include "python/library/sre/match_object.h"
#include "python/vm/bytes.h"

/// What sub() puts in the place of a match: `_sre.template` objects, and how results are put together.
namespace loopscope::python::sre {

/// Text, then groups each with the text after it.
struct TemplateObject : Object {
  Value literal;
  uint32_t count;
  struct Item {
    uint32_t group;
    Value literal;
  } items[1];  // `count` of them
};
extern Type template_type;

/// _sre.template
Ref make_template(Value, const Value* args);
/// The template that re._compile_template (which keeps those it has made) makes of `text`.
Ref compile_replacement(Value pattern, Value text);
/// What the template is for one match.
Ref expand_replacement(Value replacement, const MatchObject* match);

/// str or bytes made of pieces, as "".join(pieces) would: the first piece of a wrong type is an error at the end.
class Joiner {
 public:
  explicit Joiner(bool is_bytes) : is_bytes_(is_bytes) {}
  void add(const Subject& subject, int32_t begin, int32_t end);
  void add(Value piece);
  Ref finish();

 private:
  bool is_bytes_;
  StrBuilder text_;
  BytesBuilder bytes_;
  uint32_t pieces_ = 0;
  Ref wrong_;
  uint32_t wrong_at_ = 0;
};

}  // namespace loopscope::python::sre
