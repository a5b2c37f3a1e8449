// SPDX-License-Identifier: MIT

#include "python/number/hex_text.h"
#include "python/vm/exception_internal.h"
#include "python/vm/names.h"
#include "python/vm/protocol.h"

/// SyntaxError (where it is) and the Unicode errors (what could not be coded).
namespace loopscope::python {
namespace {

/// Fields that live in the tuple `extra`; it is private to the exception, so it is changed in place.
template <uint32_t i, uint32_t count>
Ref get_detail(Value self) {
  Value extra = as_exception(self)->extra;
  Value v = extra ? extra.as<Tuple>()->items[i] : Value();
  return v ? Ref::share(v) : none();
}
template <uint32_t i, uint32_t count>
bool set_detail(Value self, Value value) {
  auto* e = as_exception(self);
  if (!e->extra) {
    Own<Tuple> details = make_tuple(count);
    if (!details) return false;
    for (uint32_t k = 0; k < count; k++) details->items[k] = Ref::share(kNone).release();
    e->extra = details.release();
  }
  assign(e->extra.as<Tuple>()->items[i], value ? value : kNone);
  return true;
}

constexpr uint32_t kSyntaxDetails = 6;  // filename, lineno, offset, text, end_lineno, end_offset

bool syntax_init(Value self, const Args& args) {
  if (!exception_init(self, args)) return false;
  auto* e = as_exception(self);
  if (args.positional >= 1) assign(e->value, args[0]);
  if (args.positional != 2) return true;
  Own<Tuple> details = to_tuple(args[1]);
  if (!details) return false;
  if (details->size != 4 && details->size != 6) {
    if (details->size < 4)
      raise(exc::TypeError, "function takes at least 4 arguments (%d given)", static_cast<int>(details->size));
    else
      raise(exc::TypeError, "function takes at most 6 arguments (%d given)", static_cast<int>(details->size));
    return false;
  }
  Own<Tuple> full = make_tuple(kSyntaxDetails);
  if (!full) return false;
  for (uint32_t i = 0; i < kSyntaxDetails; i++)
    full->items[i] = Ref::share(i < details->size ? details->items[i] : kNone).release();
  assign(e->extra, Value(full));
  return true;
}

Ref syntax_str(Value self) {
  auto* e = as_exception(self);
  Ref message = str(e->value ? e->value : kNone);
  if (!message || !e->extra) return message;
  Value file = e->extra.as<Tuple>()->items[0], line = e->extra.as<Tuple>()->items[1];
  bool has_file = file && is_str(file), has_line = line && is_int(line);
  if (!has_file && !has_line) return message;
  std::string text = to_utf8(message.as<Str>()) + " (";
  if (has_file) {
    std::string path = to_utf8(file.as<Str>());
    text += path.substr(path.find_last_of('/') + 1);
  }
  if (has_line) text += std::string(has_file ? ", " : "") + "line " + int_to_text(line);
  return make_str(text + ")");
}

template <uint32_t i>
constexpr GetSetDef syntax_field(const char* name) {
  return {name, get_detail<i, kSyntaxDetails>, set_detail<i, kSyntaxDetails>};
}
const GetSetDef kSyntaxGetSet[] = {
    field_getset<&Exception::value>("msg"), syntax_field<0>("filename"),    syntax_field<1>("lineno"),
    syntax_field<2>("offset"),              syntax_field<3>("text"),        syntax_field<4>("end_lineno"),
    syntax_field<5>("end_offset"),          field_getset<&Exception::notes>("print_file_and_line"),
    {nullptr, nullptr},
};

// ---- UnicodeError ---------------------------------------------------------------------------------------------------

constexpr uint32_t kUnicodeDetails = 5;  // encoding, object, start, end, reason
enum class Coding : uint8_t { decode, encode, translate };

template <Coding coding>
bool unicode_init(Value self, const Args& args) {
  if (!exception_init(self, args)) return false;
  constexpr bool has_encoding = coding != Coding::translate;
  uint32_t expected = has_encoding ? 5 : 4;
  if (args.positional != expected) {
    raise(exc::TypeError, "function takes exactly %d arguments (%d given)", static_cast<int>(expected),
          static_cast<int>(args.positional));
    return false;
  }
  Own<Tuple> details = make_tuple(kUnicodeDetails);
  if (!details) return false;
  for (uint32_t i = 0; i < kUnicodeDetails; i++) {
    Value v = has_encoding ? args[i] : i == 0 ? kNone : args[i - 1];
    bool right = i == 2 || i == 3                        ? is_int(v)
                 : i == 1 && coding == Coding::decode    ? is_bytes(v) || has_type(v, &bytearray_type)
                 : i == 0 && !has_encoding               ? true
                                                         : is_str(v);
    if (!right) {
      for (uint32_t k = i; k < kUnicodeDetails; k++) details->items[k] = Ref::share(kNone).release();
      const char* wanted = i == 2 || i == 3 ? "int" : i == 1 && coding == Coding::decode ? "bytes" : "str";
      raise(exc::TypeError, "argument %d must be %s, not %T", static_cast<int>(i + has_encoding), wanted, v);
      return false;
    }
    details->items[i] = Ref::share(v).release();
  }
  assign(as_exception(self)->extra, Value(details));
  return true;
}

template <Coding coding>
Ref unicode_str(Value self) {
  Value extra = as_exception(self)->extra;
  if (!extra) return exception_str(self);
  Value* d = extra.as<Tuple>()->items;
  int64_t start = 0, end = 0;
  // A program may have put anything into the fields.
  if (is_int(d[2])) int_fits(d[2], &start);
  if (is_int(d[3])) int_fits(d[3], &end);
  std::string text;
  if (coding != Coding::translate) {
    Ref encoding = str(d[0]);
    if (!encoding) return {};
    text = "'" + to_utf8(encoding.as<Str>()) + "' codec ";
  }
  text += coding == Coding::decode ? "can't decode " : coding == Coding::encode ? "can't encode " : "can't translate ";
  if (coding == Coding::decode) {
    auto* data = d[1].as<Bytes>();
    if (is_bytes(d[1]) && end == start + 1 && start >= 0 && start < data->length) {
      text += "byte 0x" + hex_text(data->data[start], 2) + " in position " + std::to_string(start);
    } else {
      text += "bytes in position " + std::to_string(start) + "-" + std::to_string(end - 1);
    }
  } else {
    auto* s = d[1].as<Str>();
    if (is_str(d[1]) && end == start + 1 && start >= 0 && start < s->length)
      text += "character '" + escape_text(s->at(static_cast<uint32_t>(start))) + "' in position " + std::to_string(start);
    else
      text += "characters in position " + std::to_string(start) + "-" + std::to_string(end - 1);
  }
  Ref reason = str(d[4]);
  if (!reason) return {};
  return make_str(text + ": " + to_utf8(reason.as<Str>()));
}

template <uint32_t i>
constexpr GetSetDef unicode_field(const char* name) {
  return {name, get_detail<i, kUnicodeDetails>, set_detail<i, kUnicodeDetails>};
}
const GetSetDef kUnicodeGetSet[] = {
    unicode_field<0>("encoding"), unicode_field<1>("object"), unicode_field<2>("start"),
    unicode_field<3>("end"),      unicode_field<4>("reason"), {nullptr, nullptr},
};

}  // namespace

void define_syntax_error(Type& t) {
  t.init = syntax_init;
  t.str = syntax_str;
  t.getset = kSyntaxGetSet;
}

void define_unicode_error(Type& decode, Type& encode, Type& translate) {
  decode.init = unicode_init<Coding::decode>;
  decode.str = unicode_str<Coding::decode>;
  encode.init = unicode_init<Coding::encode>;
  encode.str = unicode_str<Coding::encode>;
  translate.init = unicode_init<Coding::translate>;
  translate.str = unicode_str<Coding::translate>;
  for (Type* t : {&decode, &encode, &translate}) t->getset = kUnicodeGetSet;
}

std::nullptr_t raise_syntax_error(Type& type, std::string_view message, std::string_view filename, int line, int offset,
                                  std::string_view text, int end_line, int end_offset) {
  auto number = [](int n) { return n > 0 ? Value::small(n) : kNone; };
  Own<Str> file = make_str(filename), source = make_str(text), what = make_str(message);
  Own<Tuple> details = tuple_of(Value(file), number(line), offset >= 0 ? Value::small(offset) : kNone,
                                text.empty() ? kNone : Value(source), number(end_line),
                                end_offset >= 0 ? Value::small(end_offset) : kNone);
  Ref e = make_exception(type, {Value(what), Value(details)});
  return e ? raise_value(e) : nullptr;
}

}  // namespace loopscope::python
