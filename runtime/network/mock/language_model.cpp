// SPDX-License-Identifier: MIT
#include "network/mock/language_model.h"

#include <cmath>

#include "network/mock/chance.h"
#include "network/text.h"

namespace loopscope::network {

namespace {

constexpr size_t kRepeated = 60;  // bytes of the question

/// Hangul syllables are the bytes EA B0 80 to ED 9E A3.
bool is_korean(std::string_view text) {
  for (char c : text) {
    unsigned char byte = static_cast<unsigned char>(c);
    if (byte >= 0xEA && byte <= 0xED) return true;
  }
  return false;
}

/// Its beginning, up to a character's end, on one line.
std::string beginning(std::string_view text) {
  size_t size = text.size() < kRepeated ? text.size() : kRepeated;
  while (size < text.size() && size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) size--;
  std::string out(text.substr(0, size));
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return size < text.size() ? out + "…" : out;
}

}  // namespace

std::string model_reply(const MockTexts& texts, std::string_view prompt) {
  const MockTexts::Language& language = is_korean(prompt) ? texts.korean : texts.english;
  Chance chance(seed_of(prompt));
  std::string reply = language.before + beginning(prompt) + language.after;
  uint32_t count = 2 + chance.below(3), first = chance.below(8), step = 1 + 2 * chance.below(4);
  size_t sentences = language.sentences.size();
  for (uint32_t i = 0; sentences && i < count; i++) reply += " " + language.sentences[(first + i * step) % sentences];
  return reply;
}

std::vector<std::string> model_tokens(std::string_view text) {
  std::vector<std::string> tokens;
  while (!text.empty()) {
    std::string_view token = text.substr(0, text.find(' ', 1));
    tokens.emplace_back(token);
    text.remove_prefix(token.size());
  }
  return tokens;
}

std::vector<int> model_embedding(std::string_view text) {
  double sums[kEmbeddingSize] = {};
  std::string low = lower(text);
  std::string_view rest = low;
  while (!rest.empty()) {
    size_t end = rest.find_first_of(" \t\n\r.,;:!?()\"'");
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (word.empty()) continue;
    Chance chance(seed_of(word));
    for (double& sum : sums) sum += static_cast<double>(chance.below(2001)) / 1000 - 1;
  }
  double square = 0;
  for (double sum : sums) square += sum * sum;
  double length = square > 0 ? std::sqrt(square) : 1;
  std::vector<int> out;
  for (double sum : sums) out.push_back(static_cast<int>(std::floor(sum / length * 1e6 + 0.5)));
  return out;
}

}  // namespace loopscope::network
