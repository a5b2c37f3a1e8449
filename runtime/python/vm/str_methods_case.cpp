// SPDX-License-Identifier: MIT
#include "python/vm/str_methods.h"
#include "python/vm/unicode.h"

namespace loopscope::python::str_methods {

namespace {

using unicode::Case;

constexpr char32_t kCapitalSigma = 0x3a3;

/// The final form is for a sigma after a cased letter and before none, ignoring what is ignorable between.
char32_t lower_sigma(const Str* s, uint32_t at) {
  auto ignorable = [s](uint32_t i) { return unicode::has(s->at(i), unicode::kCaseIgnorable); };
  auto cased = [s](uint32_t i) { return unicode::has(s->at(i), unicode::kCased); };
  uint32_t before = at;
  while (before > 0 && ignorable(before - 1)) before--;
  if (before == 0 || !cased(before - 1)) return 0x3c3;
  uint32_t after = at + 1;
  while (after < s->length && ignorable(after)) after++;
  return after < s->length && cased(after) ? 0x3c3 : 0x3c2;
}

void add_mapped(StrBuilder& out, const Str* s, uint32_t i, Case to) {
  char32_t c = s->at(i);
  if (c == kCapitalSigma && to == Case::lower) {
    out.add(lower_sigma(s, i));
    return;
  }
  char32_t mapped[3];
  int n = unicode::map_case(c, to, mapped);
  for (int k = 0; k < n; k++) out.add(mapped[k]);
}

Ref map_all(Value v, Case to) {
  auto self = v.as<Str>();
  if (self->ascii) {
    Own<Str> result = new_str(self->length, false);
    if (!result) return nullptr;
    auto out = static_cast<uint8_t*>(result->data);
    bool up = to == Case::upper;
    for (uint32_t i = 0; i < self->length; i++) {
      uint8_t c = self->narrow()[i];
      bool letter = up ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z';
      out[i] = letter ? c ^ 0x20 : c;
    }
    return str_filled(std::move(result));
  }
  StrBuilder out;
  for (uint32_t i = 0; i < self->length; i++) add_mapped(out, self, i, to);
  return out.finish();
}

template <class Test>
Ref all_and_some(Value v, Test&& test) {
  auto self = v.as<Str>();
  for (uint32_t i = 0; i < self->length; i++)
    if (!test(self->at(i))) return boolean(false);
  return boolean(self->length > 0);
}

Ref all_have(Value v, uint16_t mask) {
  return all_and_some(v, [mask](char32_t c) { return unicode::has(c, mask); });
}

/// Some character is `wanted` and none is `unwanted`.
Ref cased_only(Value v, uint16_t wanted, uint16_t unwanted) {
  auto self = v.as<Str>();
  bool found = false;
  for (uint32_t i = 0; i < self->length; i++) {
    uint16_t flags = unicode::flags(self->at(i));
    if (flags & unwanted) return boolean(false);
    found |= (flags & wanted) != 0;
  }
  return boolean(found);
}

}  // namespace

Ref lower(Value self, const Value*) { return map_all(self, Case::lower); }
Ref upper(Value self, const Value*) { return map_all(self, Case::upper); }
Ref casefold(Value self, const Value*) { return map_all(self, Case::fold); }

Ref title(Value v, const Value*) {
  auto self = v.as<Str>();
  StrBuilder out;
  bool in_word = false;
  for (uint32_t i = 0; i < self->length; i++) {
    add_mapped(out, self, i, in_word ? Case::lower : Case::title);
    in_word = unicode::has(self->at(i), unicode::kCased);
  }
  return out.finish();
}

Ref capitalize(Value v, const Value*) {
  auto self = v.as<Str>();
  StrBuilder out;
  for (uint32_t i = 0; i < self->length; i++) add_mapped(out, self, i, i == 0 ? Case::title : Case::lower);
  return out.finish();
}

Ref swapcase(Value v, const Value*) {
  auto self = v.as<Str>();
  StrBuilder out;
  for (uint32_t i = 0; i < self->length; i++) {
    uint16_t flags = unicode::flags(self->at(i));
    if (flags & unicode::kUpper) add_mapped(out, self, i, Case::lower);
    else if (flags & unicode::kLower) add_mapped(out, self, i, Case::upper);
    else out.add(self->at(i));
  }
  return out.finish();
}

Ref isalpha(Value self, const Value*) { return all_have(self, unicode::kAlpha); }
Ref isalnum(Value self, const Value*) {
  return all_have(self, unicode::kAlpha | unicode::kDecimal | unicode::kDigit | unicode::kNumeric);
}
Ref isdecimal(Value self, const Value*) { return all_have(self, unicode::kDecimal); }
Ref isdigit(Value self, const Value*) { return all_have(self, unicode::kDigit); }
Ref isnumeric(Value self, const Value*) { return all_have(self, unicode::kNumeric); }
Ref isspace(Value self, const Value*) { return all_have(self, unicode::kSpace); }
Ref isascii(Value self, const Value*) { return boolean(self.as<Str>()->ascii); }

Ref isprintable(Value v, const Value*) {
  auto self = v.as<Str>();
  for (uint32_t i = 0; i < self->length; i++)
    if (!unicode::is_printable(self->at(i))) return boolean(false);
  return boolean(true);
}

Ref isidentifier(Value v, const Value*) {
  auto self = v.as<Str>();
  if (self->length == 0 || !unicode::has(self->at(0), unicode::kIdStart)) return boolean(false);
  return all_have(v, unicode::kIdContinue);
}

Ref islower(Value self, const Value*) { return cased_only(self, unicode::kLower, unicode::kUpper | unicode::kTitle); }
Ref isupper(Value self, const Value*) { return cased_only(self, unicode::kUpper, unicode::kLower | unicode::kTitle); }

Ref istitle(Value v, const Value*) {
  auto self = v.as<Str>();
  bool found = false, in_word = false;
  for (uint32_t i = 0; i < self->length; i++) {
    uint16_t flags = unicode::flags(self->at(i));
    if (flags & (unicode::kUpper | unicode::kTitle)) {
      if (in_word) return boolean(false);
      in_word = found = true;
    } else if (flags & unicode::kLower) {
      if (!in_word) return boolean(false);
      found = true;
    } else {
      in_word = false;
    }
  }
  return boolean(found);
}

}  // namespace loopscope::python::str_methods
