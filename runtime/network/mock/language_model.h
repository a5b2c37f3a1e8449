// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "network/mock/texts.h"

/// A stand-in for a language model: what it says depends on what it is asked, and is always the same.
namespace loopscope::network {

/// The answer to `prompt`, in Korean if that is Korean.
std::string model_reply(const MockTexts& texts, std::string_view prompt);
/// As the model would give them out one by one: words with the space before them. Joined they are the text again.
std::vector<std::string> model_tokens(std::string_view text);

constexpr int kEmbeddingSize = 64;
/// Texts with words in common point in similar directions. Length 1, in millionths.
std::vector<int> model_embedding(std::string_view text);

}  // namespace loopscope::network
