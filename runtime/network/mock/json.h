// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::network {

/// A JSON value, as much of it as the mock internet's answers need. Numbers keep the text they came with.
class Json {
 public:
  enum class Kind : uint8_t { kNull, kBool, kNumber, kText, kArray, kObject };

  Json() = default;
  Json(bool value) : text_(value ? "true" : "false"), kind_(Kind::kBool) {}
  Json(int value) : text_(std::to_string(value)), kind_(Kind::kNumber) {}
  Json(std::string_view text) : text_(text), kind_(Kind::kText) {}
  Json(const char* text) : Json(std::string_view(text)) {}
  Json(const std::string& text) : Json(std::string_view(text)) {}
  static Json number(std::string text);
  static Json array() { return Json(Kind::kArray); }
  static Json object() { return Json(Kind::kObject); }

  Kind kind() const { return kind_; }
  bool is_text() const { return kind_ == Kind::kText; }
  bool is_true() const { return kind_ == Kind::kBool && text_ == "true"; }
  /// Of texts and numbers.
  const std::string& text() const { return text_; }
  const std::vector<Json>& items() const { return items_; }
  /// In the order in which they came.
  const std::vector<std::pair<std::string, Json>>& members() const { return members_; }
  /// Null: no such member, or no object.
  const Json* find(std::string_view name) const;

  /// Replaces a member of that name.
  Json& set(std::string_view name, Json value);
  Json& add(Json item);

  /// As Python's json.dumps: on one line with ", " and ": ".
  std::string on_one_line() const;
  /// As json.dumps(indent=2, sort_keys=True) and a newline: what Flask and so httpbin answers.
  std::string indented() const;

  /// False: not JSON.
  static bool parse(std::string_view text, Json* out);

 private:
  explicit Json(Kind kind) : kind_(kind) {}
  void write(std::string& out, bool indented, int depth) const;

  std::string text_;
  std::vector<Json> items_;
  std::vector<std::pair<std::string, Json>> members_;
  Kind kind_ = Kind::kNull;
};

}  // namespace loopscope::network
