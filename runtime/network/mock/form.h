// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::network {

/// What a form sent.
struct Form {
  bool is_form = false;
  std::vector<std::pair<std::string, std::string>> fields, files;  // by name; of files the contents
};
/// Reads application/x-www-form-urlencoded and multipart/form-data (RFC 7578); other bodies are no form.
Form read_form(std::string_view content_type, std::string_view body);

}  // namespace loopscope::network
