// SPDX-License-Identifier: MIT
#include "network/mock/mock_internet.h"

#include <utility>

#include "network/mock/places.h"
#include "network/mock/player.h"

namespace loopscope::network {

namespace {

struct Place {
  const char* name;     // the path's first part, or the whole path
  size_t segments;      // of the path; 0: any number
  const char* methods;  // with spaces around each; " ": any
  Plan (*plan)(MockState&, const MockRequest&);
};

constexpr const char* kRead = " GET HEAD OPTIONS ";
constexpr const char* kAny = " ";

constexpr Place kPlaces[] = {
    {"get", 1, kRead, place_get},
    {"post", 1, " POST OPTIONS ", place_body},
    {"put", 1, " PUT OPTIONS ", place_body},
    {"patch", 1, " PATCH OPTIONS ", place_body},
    {"delete", 1, " DELETE OPTIONS ", place_body},
    {"anything", 0, kAny, place_anything},
    {"headers", 1, kRead, place_headers},
    {"ip", 1, kRead, place_ip},
    {"user-agent", 1, kRead, place_user_agent},
    {"json", 1, kRead, place_json},
    {"bytes", 2, kRead, place_bytes},
    {"uuid", 1, kRead, place_uuid},
    {"delay", 2, kAny, place_delay},
    {"stream", 2, kRead, place_stream},
    {"status", 2, kAny, place_status},
    {"redirect", 2, kRead, place_redirect},
    {"relative-redirect", 2, kRead, place_redirect},
    {"redirect-to", 1, kAny, place_redirect},
    {"drip", 1, kRead, place_drip},
    {"html", 1, kRead, place_html},
    {"robots.txt", 1, kRead, place_robots},
    {"links", 2, kRead, place_links},
    {"links", 3, kRead, place_links},
    {"response-headers", 1, " GET POST ", place_response_headers},
    {"cookies", 0, kRead, place_cookies},
    {"basic-auth", 3, kRead, place_basic_auth},
    {"bearer", 1, kRead, place_bearer},
    {"flaky", 2, kAny, place_flaky},
    {"ratelimit", 2, kAny, place_ratelimit},
    {"site", 0, kRead, place_site},
    {"v1/chat/completions", 3, " POST ", place_completions},
    {"v1/embeddings", 2, " POST ", place_embeddings},
    {"v1/models", 2, kRead, place_models},
};

bool is_at(const Place& place, const MockRequest& request) {
  if (place.segments && place.segments != request.segments.size()) return false;
  std::string_view name = place.name;
  if (name.find('/') != std::string_view::npos) return request.url.path.substr(1) == name;
  return request.segment(0) == name;
}

bool accepts(const Place& place, std::string_view method) {
  if (place.methods == std::string_view(kAny)) return true;
  return std::string_view(place.methods).find(" " + std::string(method) + " ") != std::string_view::npos;
}

Plan index_page(const MockState& state) {
  std::string list;
  for (const auto& [path, text] : state.texts.index) list += "<li><code>" + path + "</code>: " + text + "</li>\n";
  return html_answer(200, "mock.loopscope", "A small internet for programs in Loopscope.\n<ul>\n" + list + "</ul>");
}

/// The place answers other methods; OPTIONS asks which.
Plan not_allowed(const Place& place, bool asked) {
  Plan plan = asked ? answer(200, "text/html; charset=utf-8", "")
                    : html_answer(405, "405 Method Not Allowed", "The method is not allowed for the requested URL.");
  std::string allowed;
  std::string_view rest = place.methods;
  while (rest.size() > 1) {
    rest.remove_prefix(1);
    std::string_view word = rest.substr(0, rest.find(' '));
    allowed += (allowed.empty() ? "" : ", ") + std::string(word);
    rest.remove_prefix(word.size());
  }
  plan.head.headers.emplace_back("Allow", allowed);
  return plan;
}

}  // namespace

Plan answer(int status, std::string_view type, std::string body) {
  Plan plan;
  plan.head.status = status;
  plan.head.reason = reason_phrase(status);
  plan.head.headers = {{"Content-Type", std::string(type)}};
  // These have no body at all (RFC 9110 §8.6).
  if (status != 204 && status != 304) plan.head.headers.emplace_back("Content-Length", std::to_string(body.size()));
  if (!body.empty()) plan.body = std::make_unique<PiecesBody>(std::vector<Piece>{{0, std::move(body)}});
  return plan;
}

Plan json_answer(const Json& json, int status) { return answer(status, "application/json", json.indented()); }

Plan html_answer(int status, std::string_view title, std::string_view text) {
  std::string page = "<!doctype html>\n<html lang=\"en\">\n<title>" + std::string(title) + "</title>\n<h1>" + std::string(title) +
                     "</h1>\n<p>" + std::string(text) + "</p>\n</html>\n";
  return answer(status, "text/html; charset=utf-8", std::move(page));
}

Plan MockInternet::plan(MockState& state, const MockRequest& request) {
  state.requests++;
  const std::string& name = request.segment(0);
  if (name.empty() && request.segments.size() <= 1) return index_page(state);
  const Place* other_method = nullptr;
  for (const Place& place : kPlaces) {
    if (!is_at(place, request)) continue;
    bool asked = request.has_method("OPTIONS") && place.methods != std::string_view(kAny);
    if (!asked && accepts(place, request.request.method)) return place.plan(state, request);
    other_method = &place;
  }
  if (other_method) return not_allowed(*other_method, request.has_method("OPTIONS"));
  return html_answer(404, "404 Not Found", "The requested URL was not found on the server.");
}

void MockInternet::receive(loop::Ref<Exchange> exchange, const Url& url) {
  MockRequest request(exchange->request(), url, network_.now());
  Plan decided = plan(state_, request);
  decided.head.headers.emplace_back("Server", "mock.loopscope");
  decided.head.url = url_of(request);
  if (request.has_method("HEAD")) decided.body.reset();
  Player::start(network_, std::move(exchange), std::move(decided));
}

}  // namespace loopscope::network
