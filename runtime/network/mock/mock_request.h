// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "network/message.h"
#include "network/mock/json.h"
#include "network/url.h"

namespace loopscope::network {

/// A request as the mock internet's places look at it.
struct MockRequest {
  MockRequest(const Request& request, const Url& url, double now);

  const Request& request;
  const Url& url;
  double now;                        // program time
  std::vector<std::string> segments;  // of the path, decoded: "/delay/2" is {"delay", "2"}
  std::vector<std::pair<std::string, std::string>> arguments;  // of the query

  const std::string& segment(size_t i) const;
  /// The first argument of that name, or null.
  const std::string* argument(std::string_view name) const;
  /// The value of a request header, or empty.
  std::string_view header(std::string_view name) const;
  bool has_method(std::string_view method) const { return request.method == method; }
};

/// A whole number that is not negative; false: it is none.
bool read_count(std::string_view text, uint64_t* out);
/// Also fractions, "0.5".
bool read_seconds(std::string_view text, double* out);

/// What httpbin's answers say of a request, by the names it gives them.
Json arguments_of(const MockRequest& request);
Json headers_of(const MockRequest& request);
std::string url_of(const MockRequest& request);
/// Sets "data", "files", "form" and "json", as far as `wanted` names them with spaces around each.
void describe_body(const MockRequest& request, Json& answer, bool with_json);
/// The address from which all requests come.
inline constexpr const char* kOrigin = "127.0.0.1";

}  // namespace loopscope::network
