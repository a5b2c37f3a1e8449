// SPDX-License-Identifier: MIT
#include "network/mock/language_model.h"

#include <cmath>

#include "network/mock/chance.h"
#include "network/text.h"

namespace loopscope::network {

namespace {

struct Language {
  const char* before;  // the question follows, as far as it is repeated
  const char* after;
  const char* sentences[8];
};

constexpr Language kEnglish = {
    "You asked about \"",
    "\".",
    {"The short answer is that it depends on what you are waiting for.", "Start with the smallest program that shows it.",
     "Two things at once are fine as long as one of them waits.", "Measure first, then change one thing, then measure again.",
     "Most of the time goes by in places where nobody looks.", "A queue between the two sides makes both of them simpler.",
     "If it can fail, decide what should happen when it does.", "Read it aloud once, and the mistake shows itself."},
};

constexpr Language kKorean = {
    "\"",
    "\"에 대해 물으셨네요.",
    {"짧게 답하면, 무엇을 기다리느냐에 따라 다릅니다.", "문제를 보여 주는 가장 작은 프로그램부터 시작해 보세요.",
     "하나가 기다리는 동안이라면 두 가지 일을 함께 해도 괜찮습니다.", "먼저 재고, 하나만 바꾸고, 다시 재 보세요.",
     "시간은 대개 아무도 보지 않는 곳에서 흘러갑니다.", "둘 사이에 큐를 두면 양쪽 모두 단순해집니다.",
     "실패할 수 있다면, 실패했을 때 어떻게 할지 정해 두세요.", "한 번 소리 내어 읽으면 실수가 스스로 드러납니다."},
};

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

std::string model_reply(std::string_view prompt) {
  const Language& language = is_korean(prompt) ? kKorean : kEnglish;
  Chance chance(seed_of(prompt));
  std::string reply = language.before + beginning(prompt) + language.after;
  uint32_t count = 2 + chance.below(3), first = chance.below(8), step = 1 + 2 * chance.below(4);
  for (uint32_t i = 0; i < count; i++) reply += std::string(" ") + language.sentences[(first + i * step) % 8];
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
