// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace loopscope::network {

/// What the places of the mock internet say at length. Part of the library (modules/_mock_texts.py), not of the program, so that only
/// who asks for it pays for it.
struct MockTexts {
  struct Page {
    std::string path;  // below /site/
    std::string title, text;
    std::string links;  // relative or absolute, with a space between
  };
  struct Language {
    std::string before, after;  // the beginning of the question
    std::vector<std::string> sentences;
  };
  std::vector<Page> pages;
  std::vector<std::pair<std::string, std::string>> index;  // what `/` tells: a path, and what is there
  Language english, korean;
};

}  // namespace loopscope::network
