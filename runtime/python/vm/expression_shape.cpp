// SPDX-License-Identifier: MIT
#include "python/vm/expression_shape.h"

#include <string>
#include <vector>

namespace loopscope::python {
namespace {

enum class Kind : uint8_t { word, number, text, open, close, op };

struct Token {
  Kind kind;
  size_t begin, end;
  int depth;  // of brackets around it; brackets themselves count as outside
};

bool is_word_char(char c) {
  return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// End of the string literal whose opening quote is at `i`.
size_t skip_string(std::string_view s, size_t i) {
  char quote = s[i];
  bool triple = s.substr(i, 3) == std::string(3, quote);
  i += triple ? 3 : 1;
  while (i < s.size()) {
    if (s[i] == '\\') {
      i += 2;
      continue;
    }
    if (triple ? s.substr(i, 3) == std::string(3, quote) : s[i] == quote) return i + (triple ? 3 : 1);
    i++;
  }
  return s.size();
}

std::vector<Token> tokenize(std::string_view s) {
  std::vector<Token> tokens;
  int depth = 0;
  for (size_t i = 0; i < s.size();) {
    char c = s[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\\' || c == '\f') {
      i++;
      continue;
    }
    if (c == '#') {
      while (i < s.size() && s[i] != '\n') i++;
      continue;
    }
    size_t begin = i;
    if (c == '"' || c == '\'') {
      i = skip_string(s, i);
      tokens.push_back({Kind::text, begin, i, depth});
    } else if ((c >= '0' && c <= '9') || (c == '.' && i + 1 < s.size() && s[i + 1] >= '0' && s[i + 1] <= '9')) {
      while (i < s.size() && (is_word_char(s[i]) || s[i] == '.' ||
                              ((s[i] == '+' || s[i] == '-') && (s[i - 1] == 'e' || s[i - 1] == 'E') &&
                               s.substr(begin, 2) != "0x" && s.substr(begin, 2) != "0X")))
        i++;
      tokens.push_back({Kind::number, begin, i, depth});
    } else if (is_word_char(c)) {
      while (i < s.size() && is_word_char(s[i])) i++;
      if (i < s.size() && (s[i] == '"' || s[i] == '\'') && i - begin <= 2) {  // a string's prefix
        i = skip_string(s, i);
        tokens.push_back({Kind::text, begin, i, depth});
      } else {
        tokens.push_back({Kind::word, begin, i, depth});
      }
    } else if (c == '(' || c == '[' || c == '{') {
      tokens.push_back({Kind::open, begin, ++i, depth++});
    } else if (c == ')' || c == ']' || c == '}') {
      tokens.push_back({Kind::close, begin, ++i, --depth});
    } else {
      for (std::string_view two : {"**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":=", "->"})
        if (s.substr(i, 2) == two) i++;
      tokens.push_back({Kind::op, begin, ++i, depth});
    }
  }
  return tokens;
}

/// Precedence of a binary arithmetic operator, 0 if it is none.
int precedence(std::string_view op) {
  if (op == "|") return 1;
  if (op == "^") return 2;
  if (op == "&") return 3;
  if (op == "<<" || op == ">>") return 4;
  if (op == "+" || op == "-") return 5;
  if (op == "*" || op == "/" || op == "//" || op == "%" || op == "@") return 6;
  if (op == "**") return 8;
  return 0;
}
constexpr int kUnary = 7;

/// Words that bind looser than any operator, or begin a statement.
bool is_loose_word(std::string_view w) {
  for (std::string_view word : {"and", "or", "not", "in", "is", "if", "else", "lambda", "for", "async", "yield", "raise",
                                "assert", "del", "import", "from", "with", "return", "class", "def", "while"})
    if (w == word) return true;
  return false;
}

}  // namespace

Anchor find_anchor(std::string_view s) {
  std::vector<Token> tokens = tokenize(s);
  if (tokens.empty()) return {};
  auto text = [&](const Token& t) { return s.substr(t.begin, t.end - t.begin); };
  const Token* best = nullptr;
  int best_precedence = 100;
  bool expects_operand = true;
  bool prefixed = text(tokens[0]) == "await";
  for (const Token& t : tokens) {
    if (t.depth != 0) continue;
    if (t.kind == Kind::word && is_loose_word(text(t))) return {};
    if (t.kind == Kind::op) {
      std::string_view op = text(t);
      if (op == ".") {
        expects_operand = true;
        continue;
      }
      int p = precedence(op);
      if (expects_operand && (op == "+" || op == "-" || op == "~")) {
        if (&t == &tokens[0]) prefixed = true;
        continue;
      }
      if (p == 0) return {};  // comparison, comma, walrus...
      if (p < best_precedence || (p == best_precedence && p != precedence("**"))) {
        best = &t;
        best_precedence = p;
      }
      expects_operand = true;
      continue;
    }
    expects_operand = t.kind == Kind::open || (t.kind == Kind::word && text(t) == "await");
  }
  if (best) {
    // `-a ** b` and `await a ** b` are not what their operator says.
    if (prefixed && best_precedence > kUnary && text(tokens[0]) != "await") return {};
    return {true, best->begin, best->end};
  }
  if (prefixed) return {};
  // A primary: its last trailer decides.
  const Token& last = tokens.back();
  if (last.kind != Kind::close || tokens.size() < 3) return {};
  size_t open = tokens.size() - 1;
  while (open > 0 && !(tokens[open].kind == Kind::open && tokens[open].depth == last.depth)) open--;
  if (open == 0) return {};  // (...), [...]: a display
  std::string_view bracket = text(tokens[open]);
  if (bracket == "{") return {};
  return {true, tokens[open].begin, last.end};
}

bool is_call(std::string_view s, bool of_plain_name) {
  Anchor anchor = find_anchor(s);
  if (!anchor.found || s[anchor.begin] != '(' || anchor.end != s.size()) return false;
  if (!of_plain_name) return true;
  for (char c : s.substr(0, anchor.begin))
    if (!is_word_char(c)) return false;
  return true;
}

}  // namespace loopscope::python
