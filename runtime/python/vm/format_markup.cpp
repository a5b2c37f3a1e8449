// SPDX-License-Identifier: MIT
#include "python/vm/format_markup.h"

#include "python/vm/unicode.h"

namespace loopscope::python {

namespace {

bool value_error(const char* text) { return raise(exc::ValueError, "%s", text), false; }

}  // namespace

FormatRead FormatMarkup::next() {
  if (at_ >= end_) return FormatRead::end;
  has_field = false;
  literal = {at_, at_};
  while (at_ < end_ && text_->at(at_) != '{' && text_->at(at_) != '}') at_++;
  literal.end = at_;
  if (at_ >= end_) return FormatRead::read;
  char32_t brace = text_->at(at_++);
  if (at_ < end_ && text_->at(at_) == brace) {
    literal.end = at_++;
    return FormatRead::read;
  }
  if (brace == '}') return value_error("Single '}' encountered in format string"), FormatRead::error;
  if (at_ >= end_) return value_error("Single '{' encountered in format string"), FormatRead::error;
  has_field = true;
  return read_field() ? FormatRead::read : FormatRead::error;
}

/// `at_` is behind the '{', and then behind the '}'.
bool FormatMarkup::read_field() {
  name = {at_, at_};
  spec = {};
  conversion = 0;
  nested = false;
  char32_t c = 0;
  while (at_ < end_) {
    c = text_->at(at_++);
    if (c == '{') return value_error("unexpected '{' in field name");
    if (c == '[') {
      while (at_ < end_ && text_->at(at_) != ']') at_++;
    } else if (c == '}' || c == ':' || c == '!') {
      break;
    }
  }
  name.end = at_ - 1;
  if (c == '}') return true;
  if (c != '!' && c != ':') return value_error("expected '}' before end of string");
  if (c == '!') {
    if (at_ >= end_) return value_error("end of string while looking for conversion specifier");
    conversion = text_->at(at_++);
    if (at_ < end_) {
      c = text_->at(at_++);
      if (c == '}') return true;
      if (c != ':') return value_error("expected ':' after conversion specifier");
    }
  }
  spec.begin = at_;
  int open = 1;
  for (; at_ < end_; at_++) {
    if (text_->at(at_) == '{') {
      nested = true;
      open++;
    } else if (text_->at(at_) == '}' && --open == 0) {
      spec.end = at_++;
      return true;
    }
  }
  return value_error("unmatched '{' in format spec");
}

bool FormatName::read_index() {
  index = -1;
  int64_t n = 0;
  for (uint32_t i = part.begin; i < part.end; i++) {
    int digit = unicode::decimal_value(text_->at(i));
    if (digit < 0) return true;
    if (n > (INT64_MAX - digit) / 10) return value_error("Too many decimal digits in format string");
    n = n * 10 + digit;
  }
  if (!part.empty()) index = n;
  return true;
}

bool FormatName::first() {
  part = {at_, at_};
  while (at_ < end_ && text_->at(at_) != '.' && text_->at(at_) != '[') at_++;
  part.end = at_;
  return read_index();
}

FormatRead FormatName::next() {
  if (at_ >= end_) return FormatRead::end;
  char32_t c = text_->at(at_++);
  part = {at_, at_};
  is_attribute = c == '.';
  if (is_attribute) {
    while (at_ < end_ && text_->at(at_) != '.' && text_->at(at_) != '[') at_++;
    part.end = at_;
    index = -1;
  } else if (c == '[') {
    while (at_ < end_ && text_->at(at_) != ']') at_++;
    part.end = at_;
    if (at_ >= end_) return value_error("Missing ']' in format string"), FormatRead::error;
    at_++;
    if (!read_index()) return FormatRead::error;
  } else {
    return value_error("Only '.' or '[' may follow ']' in format field specifier"), FormatRead::error;
  }
  if (part.empty()) return value_error("Empty attribute in format string"), FormatRead::error;
  return FormatRead::read;
}

}  // namespace loopscope::python
