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
  const char* text;  // what `/` says about it, after a path with its parts if it has some
};

constexpr const char* kRead = " GET HEAD OPTIONS ";
constexpr const char* kAny = " ";

constexpr Place kPlaces[] = {
    {"get", 1, kRead, place_get, "the request's arguments and headers"},
    {"post", 1, " POST OPTIONS ", place_body, "the same, and its body"},
    {"put", 1, " PUT OPTIONS ", place_body, "the same"},
    {"patch", 1, " PATCH OPTIONS ", place_body, "the same"},
    {"delete", 1, " DELETE OPTIONS ", place_body, "the same"},
    {"anything", 0, kAny, place_anything, "the same, by any method and below any path"},
    {"headers", 1, kRead, place_headers, "the request's headers"},
    {"ip", 1, kRead, place_ip, "from where it came"},
    {"user-agent", 1, kRead, place_user_agent, "what the client calls itself"},
    {"json", 1, kRead, place_json, "a JSON document"},
    {"bytes", 2, kRead, place_bytes, "/bytes/N?seed=S: N bytes by chance"},
    {"uuid", 1, kRead, place_uuid, "a UUID"},
    {"delay", 2, kAny, place_delay, "/delay/SECONDS: answers so much later (at most 10)"},
    {"stream", 2, kRead, place_stream, "/stream/N: N lines of JSON, a tenth of a second apart"},
    {"status", 2, kAny, place_status, "/status/CODE: that status; of several, CODE:WEIGHT,..., one"},
    {"redirect", 2, kRead, place_redirect, "/redirect/N: N redirects, then /get"},
    {"relative-redirect", 2, kRead, place_redirect, "the same"},
    {"redirect-to", 1, kAny, place_redirect, "/redirect-to?url=U: to that address"},
    {"drip", 1, kRead, place_drip, "/drip?duration=S&numbytes=N: N bytes, spread over that time"},
    {"html", 1, kRead, place_html, "a page"},
    {"response-headers", 1, " GET POST ", place_response_headers, "/response-headers?NAME=VALUE: with these headers"},
    {"cookies", 0, kRead, place_cookies, "the cookies that came; /cookies/set?NAME=VALUE sets some"},
    {"basic-auth", 3, kRead, place_basic_auth, "/basic-auth/USER/PASSWORD: asks for them"},
    {"bearer", 1, kRead, place_bearer, "asks for a token"},
    {"flaky", 2, kAny, place_flaky, "/flaky/PERCENT: so many requests fail with 503, or with ?how=reset by a reset connection"},
    {"ratelimit", 2, kAny, place_ratelimit, "/ratelimit/N: N requests a second, the others get 429 and Retry-After"},
    {"site", 0, kRead, place_site, "a small site to crawl"},
    {"v1/chat/completions", 3, " POST ", place_completions, "a language model; with stream: true token by token"},
    {"v1/embeddings", 2, " POST ", place_embeddings, "vectors of texts"},
    {"v1/models", 2, kRead, place_models, "which models there are"},
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

Plan index_page() {
  std::string list;
  for (const Place& place : kPlaces) {
    std::string_view text = place.text;
    bool with_path = text.starts_with('/');
    list += "<li><code>" + (with_path ? std::string(text.substr(0, text.find(':'))) : "/" + std::string(place.name)) + "</code>" +
            (with_path ? std::string(text.substr(text.find(':'))) : ": " + std::string(text)) + "</li>\n";
  }
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
  plan.head.headers = {{"Content-Type", std::string(type)}, {"Content-Length", std::to_string(body.size())}};
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
  if (name.empty() && request.segments.size() <= 1) return index_page();
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
