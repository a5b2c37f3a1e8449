// SPDX-License-Identifier: MIT
#include "network/mock/json.h"

#include <cstdint>

#include "network/text.h"

namespace loopscope::network {

namespace {

constexpr int kDeepest = 200;

void append_utf8(std::string& out, uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 63));
    out += static_cast<char>(0x80 | (c >> 6 & 63));
    out += static_cast<char>(0x80 | (c & 63));
  }
}

/// The code point at text[*i], which moves behind it. Bytes that are no UTF-8 stand for themselves.
uint32_t next_point(std::string_view text, size_t* i) {
  auto byte = [&](size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
  uint32_t first = byte(*i);
  int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  uint32_t point = more == 3 ? first & 7 : more == 2 ? first & 15 : more == 1 ? first & 31 : first;
  for (int k = 1; k <= more; k++) {
    if ((byte(*i + static_cast<size_t>(k)) & 0xC0) != 0x80) {
      more = 0;
      point = first;
      break;
    }
    point = point << 6 | (byte(*i + static_cast<size_t>(k)) & 63);
  }
  *i += static_cast<size_t>(more) + 1;
  return point;
}

void append_escape(std::string& out, uint32_t unit) {
  static const char digits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[unit >> shift & 15];
}

/// In ASCII, as json.dumps writes it.
void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (size_t i = 0; i < text.size();) {
    uint32_t c = next_point(text, &i);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      case '\b': out += "\\b"; break;
      case '\f': out += "\\f"; break;
      default:
        if (c >= 0x20 && c < 0x7F) {
          out += static_cast<char>(c);
        } else if (c < 0x10000) {
          append_escape(out, c);
        } else {
          append_escape(out, 0xD800 + ((c - 0x10000) >> 10));
          append_escape(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
  }
  out += '"';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool document(Json* out) {
    if (!value(out, 0)) return false;
    skip();
    return at_ == text_.size();
  }

 private:
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t')) at_++;
  }
  bool take(char c) {
    skip();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    at_++;
    return true;
  }
  bool take_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  bool value(Json* out, int depth) {
    skip();
    if (at_ >= text_.size() || depth > kDeepest) return false;
    switch (text_[at_]) {
      case '{': return object(out, depth);
      case '[': return array(out, depth);
      case '"': {
        std::string text;
        if (!quoted(&text)) return false;
        *out = Json(text);
        return true;
      }
      case 't': *out = Json(true); return take_word("true");
      case 'f': *out = Json(false); return take_word("false");
      case 'n': *out = Json(); return take_word("null");
      default: return number(out);
    }
  }

  bool number(Json* out) {
    size_t begin = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || std::string_view("+-.eE").find(text_[at_]) != std::string_view::npos)) at_++;
    std::string_view text = text_.substr(begin, at_ - begin);
    if (text.empty() || !(is_digit(text.back()) && (is_digit(text[0]) || text[0] == '-'))) return false;
    *out = Json::number(std::string(text));
    return true;
  }

  bool array(Json* out, int depth) {
    *out = Json::array();
    take('[');
    if (take(']')) return true;
    do {
      Json item;
      if (!value(&item, depth + 1)) return false;
      out->add(std::move(item));
    } while (take(','));
    return take(']');
  }

  bool object(Json* out, int depth) {
    *out = Json::object();
    take('{');
    if (take('}')) return true;
    do {
      std::string name;
      Json member;
      skip();
      if (!quoted(&name) || !take(':') || !value(&member, depth + 1)) return false;
      out->set(name, std::move(member));
    } while (take(','));
    return take('}');
  }

  bool hex4(uint32_t* out) {
    *out = 0;
    for (int i = 0; i < 4; i++, at_++) {
      if (at_ >= text_.size()) return false;
      char c = lower(text_[at_]);
      if (!is_digit(c) && !(c >= 'a' && c <= 'f')) return false;
      *out = *out << 4 | static_cast<uint32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
    }
    return true;
  }

  bool quoted(std::string* out) {
    if (at_ >= text_.size() || text_[at_] != '"') return false;
    for (at_++; at_ < text_.size();) {
      char c = text_[at_++];
      if (c == '"') return true;
      if (c != '\\') {
        *out += c;
        continue;
      }
      if (at_ >= text_.size()) return false;
      switch (char e = text_[at_++]) {
        case 'n': *out += '\n'; break;
        case 'r': *out += '\r'; break;
        case 't': *out += '\t'; break;
        case 'b': *out += '\b'; break;
        case 'f': *out += '\f'; break;
        case 'u': {
          uint32_t unit, low;
          if (!hex4(&unit)) return false;
          if (unit >= 0xD800 && unit < 0xDC00 && take_word("\\u")) {
            if (!hex4(&low)) return false;
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
          }
          append_utf8(*out, unit);
          break;
        }
        default: *out += e;
      }
    }
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

Json Json::number(std::string text) {
  Json json(Kind::kNumber);
  json.text_ = std::move(text);
  return json;
}

const Json* Json::find(std::string_view name) const {
  for (const auto& [key, value] : members_)
    if (key == name) return &value;
  return nullptr;
}

Json& Json::set(std::string_view name, Json value) {
  for (auto& [key, old] : members_)
    if (key == name) {
      old = std::move(value);
      return *this;
    }
  members_.emplace_back(std::string(name), std::move(value));
  return *this;
}

Json& Json::add(Json item) {
  items_.push_back(std::move(item));
  return *this;
}

void Json::write(std::string& out, bool indented, int depth) const {
  auto line = [&](int level) {
    if (indented) out += "\n" + std::string(static_cast<size_t>(level) * 2, ' ');
  };
  const char* comma = indented ? "," : ", ";
  switch (kind_) {
    case Kind::kNull: out += "null"; return;
    case Kind::kBool:
    case Kind::kNumber: out += text_; return;
    case Kind::kText: append_quoted(out, text_); return;
    case Kind::kArray:
      out += '[';
      for (size_t i = 0; i < items_.size(); i++) {
        if (i) out += comma;
        line(depth + 1);
        items_[i].write(out, indented, depth + 1);
      }
      if (!items_.empty()) line(depth);
      out += ']';
      return;
    case Kind::kObject: break;
  }
  std::vector<const std::pair<std::string, Json>*> order;
  for (const auto& member : members_) {
    auto at = order.end();
    // Sorted only where Flask sorts; few members, so by insertion.
    while (indented && at != order.begin() && member.first < (*(at - 1))->first) --at;
    order.insert(at, &member);
  }
  out += '{';
  for (size_t i = 0; i < order.size(); i++) {
    if (i) out += comma;
    line(depth + 1);
    append_quoted(out, order[i]->first);
    out += ": ";
    order[i]->second.write(out, indented, depth + 1);
  }
  if (!order.empty()) line(depth);
  out += '}';
}

std::string Json::on_one_line() const {
  std::string out;
  write(out, false, 0);
  return out;
}

std::string Json::indented() const {
  std::string out;
  write(out, true, 0);
  return out + "\n";
}

bool Json::parse(std::string_view text, Json* out) { return Reader(text).document(out); }

}  // namespace loopscope::network
