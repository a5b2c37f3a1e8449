// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::network {

/// An absolute URL in its parts.
struct Url {
  std::string scheme;  // lower case
  std::string host;    // lower case, without the brackets of IPv6
  int port = 0;        // the scheme's own if none is given
  std::string path;    // "/" at least; percent-encoded as it came
  std::string query;   // without "?"

  std::string target() const { return query.empty() ? path : path + "?" + query; }
};
/// False: not an absolute URL with a host.
bool parse_url(std::string_view text, Url* out);

std::string percent_decode(std::string_view text, bool plus_is_space = false);
/// The pairs of a query or of a form, decoded, in order. What has no value has an empty one.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query);

}  // namespace loopscope::network
