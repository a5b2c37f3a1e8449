// SPDX-License-Identifier: MIT
#include "python/vm/signature_error.h"

#include "python/vm/protocol.h"
#include "python/vm/suggestions.h"

namespace loopscope::python {
namespace {

std::string counted(uint32_t n, const char* noun) {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : "s");
}

std::string quoted(Str* s) { return "'" + to_utf8(s) + "'"; }

}  // namespace

bool SignatureError::fail(const std::string& text) {
  raise(exc::TypeError, "%s", text.c_str());
  return false;
}

std::string SignatureError::simple() const { return std::string(name_.name) + "()"; }

std::string SignatureError::qualified() const {
  // What is a Python function in CPython has a qualified name without its module.
  if (python_style_ && name_.function && !name_.function->owner) return simple();
  return name_.function ? native_qualifier(name_.function) + simple() : simple();
}

bool SignatureError::too_many() {
  uint32_t given = args_.positional, keywords = args_.keyword_count();
  if (python_style_) {
    uint32_t self = is_method(), most = s_.positional_ + self, least = s_.required_ + self;
    std::string takes = least == most ? std::to_string(most)
                                      : "from " + std::to_string(least) + " to " + std::to_string(most);
    return fail(qualified() + " takes " + takes + " positional argument" + (most == 1 ? "" : "s") + " but " +
                std::to_string(given + self) + (given + self == 1 ? " was given" : " were given"));
  }
  uint32_t all = static_cast<uint32_t>(s_.parameters_.size());
  if (!s_.any_keyword_) {
    if (all == 0) return fail(qualified() + " takes no arguments (" + std::to_string(given) + " given)");
    if (all == 1 && s_.required_ == 1)
      return fail(qualified() + " takes exactly one argument (" + std::to_string(given) + " given)");
    return fail(std::string(name_.name) + " expected " + (s_.required_ < all ? "at most " : "") +
                counted(all, "argument") + ", got " + std::to_string(given));
  }
  if (given + keywords > all)
    return fail(simple() + " takes at most " + counted(all, given == 0 ? "keyword argument" : "argument") + " (" +
                std::to_string(given + keywords) + " given)");
  if (s_.positional_ == 0) return fail(simple() + " takes no positional arguments");
  return fail(simple() + " takes " + (s_.required_ < s_.positional_ ? "at most " : "exactly ") +
              counted(s_.positional_, "positional argument") + " (" + std::to_string(given) + " given)");
}

bool SignatureError::too_few_positional() {
  uint32_t given = args_.positional;
  uint32_t all = static_cast<uint32_t>(s_.parameters_.size());
  if (python_style_) {
    Value none_bound[64] = {};
    for (uint32_t i = 0; i < given && i < 64; i++) none_bound[place(i)] = args_.data[i];
    return missing(given, none_bound);
  }
  if (!s_.any_keyword_) {
    if (all == 1 && s_.star_ < 0)
      return fail(qualified() + " takes exactly one argument (" + std::to_string(given) + " given)");
    return fail(std::string(name_.name) + " expected " + (s_.required_ < all || s_.star_ >= 0 ? "at least " : "") +
                counted(s_.required_, "argument") + ", got " + std::to_string(given));
  }
  bool open = s_.star_ >= 0 || s_.required_positional_only_ < s_.positional_;
  return fail(simple() + " takes " + (open ? "at least " : "exactly ") +
              counted(s_.required_positional_only_, "positional argument") + " (" + std::to_string(given) + " given)");
}

bool SignatureError::no_keywords() { return fail(qualified() + " takes no keyword arguments"); }

bool SignatureError::unexpected_keyword(Str* key) {
  std::vector<std::string> names;
  for (const Signature::Parameter& p : s_.parameters_)
    if (p.is_keyword) names.push_back(to_utf8(p.name));
  return fail((python_style_ ? qualified() : simple()) + " got an unexpected keyword argument " + quoted(key) +
              keyword_hint(names, key));
}

bool SignatureError::given_twice(uint32_t parameter) {
  Str* key = s_.parameters_[parameter].name;
  if (python_style_) return fail(qualified() + " got multiple values for argument " + quoted(key));
  return fail("argument for " + simple() + " given by name (" + quoted(key) + ") and position (" +
              std::to_string(parameter + 1) + ")");
}

bool SignatureError::missing(uint32_t parameter, const Value* bound) {
  const Signature::Parameter& first = s_.parameters_[parameter];
  if (!python_style_) {
    if (first.is_positional)
      return fail(simple() + " missing required argument " + quoted(first.name) + " (pos " +
                  std::to_string(parameter + 1) + ")");
    return fail(simple() + " missing required argument " + quoted(first.name));
  }
  std::vector<Str*> names;
  for (uint32_t i = parameter; i < s_.parameters_.size(); i++) {
    const Signature::Parameter& p = s_.parameters_[i];
    if (p.required && p.is_positional == first.is_positional && !bound[place(i)]) names.push_back(p.name);
  }
  std::string list;
  for (size_t i = 0; i < names.size(); i++) {
    if (i) list += i + 1 < names.size() ? ", " : names.size() == 2 ? " and " : ", and ";
    list += quoted(names[i]);
  }
  return fail(qualified() + " missing " +
              counted(static_cast<uint32_t>(names.size()),
                      first.is_positional ? "required positional argument" : "required keyword-only argument") +
              ": " + list);
}

}  // namespace loopscope::python
