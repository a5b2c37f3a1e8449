// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The messages of HTTP as data.
namespace loopscope::network {

/// In the order in which they were sent, names in the case in which they were sent.
using Headers = std::vector<std::pair<std::string, std::string>>;

/// The first header of that name, in whatever case; null: there is none.
const std::string* find_header(const Headers& headers, std::string_view name);

struct Request {
  std::string method;
  std::string url;
  Headers headers;
  std::string body;
};

/// What a response begins with. `url` is where it came from, which redirects that the host follows may have changed.
struct Head {
  int status = 0;
  std::string reason;
  Headers headers;
  std::string url;
};

/// Why a request got no (whole) response.
enum class FailureKind : uint8_t {
  kUnreachable,  // no such host, no way to it
  kRefused,      // nobody listens there
  kReset,        // the connection broke
  kCors,         // the browser may not show the response to the page
  kOffline,      // the browser has no network
  kMixed,        // http from a page that came by https
  kUnsupported,  // not http, or something that this host cannot do
};
/// "unreachable" ...
const char* name_of(FailureKind kind);

struct Failure {
  FailureKind kind = FailureKind::kUnreachable;
  std::string message;
};

/// The usual reason phrase of a status ("Not Found"); empty if there is none.
const char* reason_phrase(int status);

}  // namespace loopscope::network
