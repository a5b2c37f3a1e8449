// SPDX-License-Identifier: MIT
#include "network/mock/chance.h"
#include "network/mock/places.h"

namespace loopscope::network {

namespace {

constexpr double kWindow = 1;  // seconds

Plan error_answer(int status, const char* text) { return json_answer(Json::object().set("error", text), status); }

}  // namespace

Plan place_flaky(MockState& state, const MockRequest& request) {
  uint64_t percent;
  if (!read_count(request.segment(1), &percent)) return html_answer(404, "404 Not Found", "A percentage is needed: /flaky/30");
  uint64_t number = ++state.flaky_requests;
  bool fails = Chance(state.seed * 1000003 + number).below(100) < percent;
  if (!fails) {
    Json json = Json::object();
    json.set("args", arguments_of(request)).set("attempt", static_cast<int>(number)).set("url", url_of(request));
    return json_answer(json);
  }
  const std::string* how = request.argument("how");
  if (!how || *how != "reset") return error_answer(503, "out of order, try again");
  Plan plan;
  plan.reset = true;
  return plan;
}

Plan place_ratelimit(MockState& state, const MockRequest& request) {
  uint64_t limit;
  if (!read_count(request.segment(1), &limit)) return html_answer(404, "404 Not Found", "A number is needed: /ratelimit/5");
  MockState::Window* window = nullptr;
  for (MockState::Window& known : state.windows)
    if (known.limit == limit) window = &known;
  if (!window) window = &state.windows.emplace_back(MockState::Window{limit, request.now, 0});
  if (request.now >= window->begin + kWindow) *window = {limit, request.now, 0};
  bool passes = window->used < limit;
  if (passes) window->used++;
  Plan plan = passes ? json_answer(Json::object().set("args", arguments_of(request)).set("url", url_of(request)))
                     : error_answer(429, "too many requests");
  plan.head.headers.emplace_back("X-RateLimit-Limit", std::to_string(limit));
  plan.head.headers.emplace_back("X-RateLimit-Remaining", std::to_string(limit - window->used));
  if (!passes) plan.head.headers.emplace_back("Retry-After", "1");
  return plan;
}

}  // namespace loopscope::network
