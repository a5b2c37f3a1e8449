// SPDX-License-Identifier: MIT
#include "python/vm/signature.h"

#include <unordered_map>

#include "python/vm/protocol.h"
#include "python/vm/signature_error.h"

namespace loopscope::python {
namespace {

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

/// Splits at commas outside brackets and quotes.
std::vector<std::string_view> split_parameters(std::string_view text) {
  std::vector<std::string_view> parts;
  size_t start = 0;
  int depth = 0;
  char quote = 0;
  for (size_t i = 0; i < text.size(); i++) {
    char c = text[i];
    if (quote) {
      if (c == '\\')
        i++;
      else if (c == quote)
        quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '(' || c == '[' || c == '{') {
      depth++;
    } else if (c == ')' || c == ']' || c == '}') {
      depth--;
    } else if (c == ',' && depth == 0) {
      parts.push_back(trimmed(text.substr(start, i - start)));
      start = i + 1;
    }
  }
  std::string_view last = trimmed(text.substr(start));
  if (!last.empty()) parts.push_back(last);
  return parts;
}

}  // namespace

const Signature* Signature::of(const char* text) {
  static auto& known = *new std::unordered_map<const char*, Signature*>;  // never destroyed: exit order does not matter
  Signature*& found = known[text];
  if (found) return found;
  auto* s = new Signature;
  s->text_ = text;
  bool keyword_only = false;
  uint32_t place = 0;
  for (std::string_view part : split_parameters(text)) {
    if (part == "/") {
      for (Parameter& p : s->parameters_) p.is_keyword = false;
      continue;
    }
    if (part == "*") {
      keyword_only = true;
      continue;
    }
    if (part.starts_with("**")) {
      s->double_star_ = static_cast<int>(place++);
      continue;
    }
    if (part.starts_with("*")) {
      s->star_ = static_cast<int>(place++);
      keyword_only = true;
      continue;
    }
    size_t equals = part.find('=');
    std::string_view name = trimmed(part.substr(0, equals));
    std::string_view value = equals == part.npos ? std::string_view() : trimmed(part.substr(equals + 1));
    s->parameters_.push_back({intern(name), value, equals == part.npos, !keyword_only, true});
    place++;
  }
  for (const Parameter& p : s->parameters_) {
    if (p.is_positional) s->positional_++;
    if (p.is_positional && p.required) s->required_++;
    if (!p.is_keyword) s->positional_only_++;
    if (!p.is_keyword && p.required) s->required_positional_only_++;
    s->any_keyword_ |= p.is_keyword;
  }
  s->any_keyword_ |= s->double_star_ >= 0;
  s->plain_ = s->star_ < 0 && s->double_star_ < 0 && s->positional_ == s->parameters_.size();
  return found = s;
}

BoundArgs::BoundArgs(const Signature& s, const NativeName& name, const Args& args) {
  if (s.plain_ && !args.names) {
    uint32_t count = s.positional_;
    if (args.positional == count) {
      data_ = args.data ? args.data : inline_;
      return;
    }
    if (args.positional < count && args.positional >= s.required_ && count <= kInline) {
      for (uint32_t i = 0; i < args.positional; i++) inline_[i] = args.data[i];
      data_ = inline_;
      return;
    }
  }
  // Callbacks with their arguments, and print: the rest goes into *args, and what may only be a keyword is left out.
  bool rest = s.star_ >= 0 && static_cast<uint32_t>(s.star_) == s.positional_ && s.double_star_ < 0 && !args.names &&
              args.positional >= s.positional_ && s.count() <= kInline;
  for (size_t i = s.positional_; rest && i < s.parameters_.size(); i++) rest = !s.parameters_[i].required;
  if (rest) {
    star_ = Ref(make_tuple(args.data + s.positional_, args.positional - s.positional_));
    if (!star_) return;
    for (uint32_t i = 0; i < s.positional_; i++) inline_[i] = args.data[i];
    inline_[s.star_] = star_;
    data_ = inline_;
    return;
  }
  if (!bind_slow(s, name, args)) data_ = nullptr;
}

BoundArgs::~BoundArgs() {
  if (own_ != inline_) delete[] own_;
}

bool BoundArgs::bind_slow(const Signature& s, const NativeName& name, const Args& args) {
  SignatureError error(s, name, args);
  if (args.keyword_count() && !s.any_keyword_ && !error.is_python_style()) return error.no_keywords();
  if (args.positional > s.positional_ && s.star_ < 0) return error.too_many();
  if (args.keyword_count() && !s.any_keyword_ && !error.is_python_style()) return error.no_keywords();
  uint32_t count = s.count();
  own_ = count <= kInline ? inline_ : new Value[count];
  data_ = own_;
  // Parameters sit at their index, moved up by one after *args.
  auto place = [&](uint32_t i) { return s.star_ >= 0 && i >= static_cast<uint32_t>(s.star_) ? i + 1 : i; };
  uint32_t direct = args.positional < s.positional_ ? args.positional : s.positional_;
  for (uint32_t i = 0; i < direct; i++) own_[place(i)] = args.data[i];
  if (s.star_ >= 0) {
    star_ = Ref(make_tuple(args.data + direct, args.positional - direct));
    if (!star_) return false;
    own_[s.star_] = star_;
  }
  if (s.double_star_ >= 0) {
    double_star_ = Ref(make_dict());
    if (!double_star_) return false;
    own_[s.double_star_] = double_star_;
  }
  Str* unexpected = nullptr;  // reported only when nothing that is required is missing
  if (uint32_t keywords = args.keyword_count()) {
    if (s.star_ < 0 && s.double_star_ < 0 && !error.is_python_style() && args.positional + keywords > s.parameters_.size())
      return error.too_many();
    for (uint32_t k = 0; k < keywords; k++) {
      Str* key = args.names->items[k].as<Str>();
      Value value = args.data[args.positional + k];
      uint32_t i = 0;
      while (i < s.parameters_.size() &&
             !(s.parameters_[i].is_keyword && (s.parameters_[i].name == key || str_equal(s.parameters_[i].name, key))))
        i++;
      if (i == s.parameters_.size()) {
        if (s.double_star_ < 0) {
          if (!unexpected) unexpected = key;
          continue;
        }
        if (!dict_set(double_star_.as<Dict>(), Value(key), value)) return false;
        continue;
      }
      if (own_[place(i)]) return error.given_twice(i);
      own_[place(i)] = value;
    }
  }
  if (unexpected && error.is_python_style()) return error.unexpected_keyword(unexpected);
  if (args.positional < s.required_positional_only_) return error.too_few_positional();
  for (uint32_t i = 0; i < s.parameters_.size(); i++)
    if (s.parameters_[i].required && !own_[place(i)]) return error.missing(i, own_);
  return !unexpected || error.unexpected_keyword(unexpected);
}

}  // namespace loopscope::python
