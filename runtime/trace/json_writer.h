// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::trace {

/// Writes compact JSON into a string. The caller keeps begin and end in pairs; commas are put here.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  /// Next comes its value.
  void key(std::string_view name);

  void string(std::string_view text);
  void number(uint64_t value);
  /// Seconds (or microseconds): nine decimals at most, without trailing zeros; null if not finite.
  void real(double value);
  void boolean(bool value);

  void member(std::string_view name, std::string_view text) { key(name), string(text); }
  void member(std::string_view name, const char* text) { key(name), string(text); }
  void member(std::string_view name, uint64_t value) { key(name), number(value); }
  void member(std::string_view name, uint32_t value) { key(name), number(value); }
  void member(std::string_view name, double value) { key(name), real(value); }
  void member(std::string_view name, bool value) { key(name), boolean(value); }

 private:
  void separate();
  void open(char c);
  void close(char c);

  std::string& out_;
  bool first_ = true;
};

}  // namespace loopscope::trace
