// SPDX-License-Identifier: MIT
#include "network/mock/places.h"

/// Places that look at who asks: cookies and credentials.
namespace loopscope::network {

namespace {

std::string base64(std::string_view bytes) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (size_t k = 0; k < 3; k++) group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (size_t k = 0; k < 4; k++) out += i + k > bytes.size() ? '=' : digits[group >> (18 - 6 * k) & 63];
  }
  return out;
}

Plan back_to_cookies(Headers cookies) {
  Plan plan = html_answer(302, "Redirecting...", "The page is at /cookies");
  plan.head.headers.emplace_back("Location", "/cookies");
  for (auto& cookie : cookies) plan.head.headers.push_back(std::move(cookie));
  return plan;
}

Json cookies_of(const MockRequest& request) {
  Json cookies = Json::object();
  std::string_view rest = request.header("Cookie");
  while (!rest.empty()) {
    std::string_view pair = rest.substr(0, rest.find(';'));
    rest.remove_prefix(pair.size() < rest.size() ? pair.size() + 1 : pair.size());
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    size_t equals = pair.find('=');
    if (equals != std::string_view::npos) cookies.set(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return cookies;
}

}  // namespace

Plan place_cookies(MockState&, const MockRequest& request) {
  const std::string& what = request.segment(1);
  Headers cookies;
  if (what == "set" && request.segments.size() == 4) {
    cookies.emplace_back("Set-Cookie", request.segment(2) + "=" + request.segment(3) + "; Path=/");
  } else if (what == "set") {
    for (const auto& [name, value] : request.arguments) cookies.emplace_back("Set-Cookie", name + "=" + value + "; Path=/");
  } else if (what == "delete") {
    for (const auto& [name, value] : request.arguments)
      cookies.emplace_back("Set-Cookie", name + "=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/");
  } else if (request.segments.size() == 1) {
    return json_answer(Json::object().set("cookies", cookies_of(request)));
  } else {
    return html_answer(404, "404 Not Found", "The requested URL was not found on the server.");
  }
  return back_to_cookies(std::move(cookies));
}

Plan place_basic_auth(MockState&, const MockRequest& request) {
  const std::string& user = request.segment(1);
  if (request.header("Authorization") == "Basic " + base64(user + ":" + request.segment(2)))
    return json_answer(Json::object().set("authenticated", true).set("user", user));
  Plan plan = answer(401, "text/html; charset=utf-8", "");
  plan.head.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Fake Realm\"");
  return plan;
}

Plan place_bearer(MockState&, const MockRequest& request) {
  std::string_view given = request.header("Authorization");
  if (given.starts_with("Bearer ")) return json_answer(Json::object().set("authenticated", true).set("token", given.substr(7)));
  Plan plan = answer(401, "text/html; charset=utf-8", "");
  plan.head.headers.emplace_back("WWW-Authenticate", "Bearer");
  return plan;
}

}  // namespace loopscope::network
