// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "python/vm/bytes.h"
#include "python/vm/str.h"

/// Methods that bytes and bytearray share; each works on either and answers with its own kind.
namespace loopscope::python::bytes_methods {

inline std::string_view content(Value self) {
  BytesView view;
  read_bytes(self, &view);
  return {reinterpret_cast<const char*>(view.data), view.length};
}
/// New bytes or bytearray, as `self` is.
inline Ref like(Value self, std::string_view text) {
  if (is_bytearray(self)) return make_bytearray(text.data(), text.size());
  return make_bytes(text.data(), text.size());
}
/// The same content: bytes itself, or a copy of a bytearray.
inline Ref unchanged(Value self) { return is_exact(self, bytes_type) ? Ref::share(self) : like(self, content(self)); }
/// A bytes-like argument; TypeError.
inline bool argument(Value v, std::string_view* out) {
  BytesView view;
  if (!require_bytes(v, &view)) return false;
  *out = {reinterpret_cast<const char*>(view.data), view.length};
  return true;
}
inline std::string_view text_of(const HeldBytes& held) {
  return {reinterpret_cast<const char*>(held.view().data), held.view().length};
}
inline const uint8_t* raw(std::string_view v) { return reinterpret_cast<const uint8_t*>(v.data()); }
/// Not std::string_view's own, which some texts make quadratic. -1: absent.
inline ptrdiff_t find_in(std::string_view text, std::string_view needle) {
  return find_bytes(raw(text), text.size(), raw(needle), needle.size());
}
inline ptrdiff_t rfind_in(std::string_view text, std::string_view needle) {
  return rfind_bytes(raw(text), text.size(), raw(needle), needle.size());
}
inline bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_alpha(char c) { return is_lower(c) || is_upper(c); }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

#define LOOPSCOPE_BYTES_METHODS(X)                                                                                   \
  X(find) X(rfind) X(index) X(rindex) X(count) X(startswith) X(endswith) X(replace) X(removeprefix) X(removesuffix)  \
  X(translate) X(maketrans) X(split) X(rsplit) X(splitlines) X(partition) X(rpartition) X(join) X(strip) X(lstrip)   \
  X(rstrip) X(center) X(ljust) X(rjust) X(zfill) X(expandtabs) X(lower) X(upper) X(title) X(capitalize) X(swapcase)  \
  X(isalpha) X(isalnum) X(isdigit) X(isspace) X(isascii) X(islower) X(isupper) X(istitle) X(hex) X(fromhex) X(decode)
#define LOOPSCOPE_DECLARE_METHOD(name) Ref name(Value self, const Value* args);
LOOPSCOPE_BYTES_METHODS(LOOPSCOPE_DECLARE_METHOD)
#undef LOOPSCOPE_DECLARE_METHOD

}  // namespace loopscope::python::bytes_methods

/// Rows of a method table that both types have.
#define LOOPSCOPE_BYTES_TABLE                                                                      \
  {"find", bytes_methods::find, "sub, start=None, end=None, /"},                                   \
  {"rfind", bytes_methods::rfind, "sub, start=None, end=None, /"},                                 \
  {"index", bytes_methods::index, "sub, start=None, end=None, /"},                                 \
  {"rindex", bytes_methods::rindex, "sub, start=None, end=None, /"},                               \
  {"count", bytes_methods::count, "sub, start=None, end=None, /"},                                 \
  {"startswith", bytes_methods::startswith, "prefix, start=None, end=None, /"},                    \
  {"endswith", bytes_methods::endswith, "suffix, start=None, end=None, /"},                        \
  {"replace", bytes_methods::replace, "old, new, count=-1, /"},                                    \
  {"removeprefix", bytes_methods::removeprefix, "prefix, /"},                                      \
  {"removesuffix", bytes_methods::removesuffix, "suffix, /"},                                      \
  {"translate", bytes_methods::translate, "table, /, delete=b''"},                                 \
  {"maketrans", bytes_methods::maketrans, "frm, to, /", kNativeStatic},                            \
  {"split", bytes_methods::split, "sep=None, maxsplit=-1"},                                        \
  {"rsplit", bytes_methods::rsplit, "sep=None, maxsplit=-1"},                                      \
  {"splitlines", bytes_methods::splitlines, "keepends=False"},                                     \
  {"partition", bytes_methods::partition, "sep, /"},                                               \
  {"rpartition", bytes_methods::rpartition, "sep, /"},                                             \
  {"join", bytes_methods::join, "iterable_of_bytes, /"},                                           \
  {"strip", bytes_methods::strip, "bytes=None, /"},                                                \
  {"lstrip", bytes_methods::lstrip, "bytes=None, /"},                                              \
  {"rstrip", bytes_methods::rstrip, "bytes=None, /"},                                              \
  {"center", bytes_methods::center, "width, fillchar=b' ', /"},                                    \
  {"ljust", bytes_methods::ljust, "width, fillchar=b' ', /"},                                      \
  {"rjust", bytes_methods::rjust, "width, fillchar=b' ', /"},                                      \
  {"zfill", bytes_methods::zfill, "width, /"},                                                     \
  {"expandtabs", bytes_methods::expandtabs, "tabsize=8"},                                          \
  {"lower", bytes_methods::lower, ""}, {"upper", bytes_methods::upper, ""},                        \
  {"title", bytes_methods::title, ""}, {"capitalize", bytes_methods::capitalize, ""},              \
  {"swapcase", bytes_methods::swapcase, ""}, {"isalpha", bytes_methods::isalpha, ""},              \
  {"isalnum", bytes_methods::isalnum, ""}, {"isdigit", bytes_methods::isdigit, ""},                \
  {"isspace", bytes_methods::isspace, ""}, {"isascii", bytes_methods::isascii, ""},                \
  {"islower", bytes_methods::islower, ""}, {"isupper", bytes_methods::isupper, ""},                \
  {"istitle", bytes_methods::istitle, ""},                                                         \
  {"hex", bytes_methods::hex, "sep=None, bytes_per_sep=1"},                                        \
  {"fromhex", bytes_methods::fromhex, "string, /", kNativeClass},                                  \
  {"decode", bytes_methods::decode, "encoding='utf-8', errors='strict'"}
