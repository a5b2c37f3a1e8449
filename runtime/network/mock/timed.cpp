// SPDX-License-Identifier: MIT
#include "network/mock/places.h"

namespace loopscope::network {

namespace {

constexpr double kLongestDelay = 10;   // httpbin's
constexpr uint64_t kMostLines = 100;   // httpbin's
constexpr double kBetweenLines = 0.1;  // seconds

}  // namespace

Plan place_delay(MockState&, const MockRequest& request) {
  double seconds;
  if (!read_seconds(request.segment(1), &seconds)) return html_answer(404, "404 Not Found", "Seconds are needed: /delay/1.5");
  Json json = Json::object();
  json.set("args", arguments_of(request)).set("headers", headers_of(request)).set("origin", kOrigin).set("url", url_of(request));
  describe_body(request, json, false);
  Plan plan = json_answer(json);
  plan.delay += seconds < kLongestDelay ? seconds : kLongestDelay;
  return plan;
}

Plan place_stream(MockState&, const MockRequest& request) {
  uint64_t count;
  if (!read_count(request.segment(1), &count)) return html_answer(404, "404 Not Found", "A number of lines is needed: /stream/5");
  if (count > kMostLines) count = kMostLines;
  Json line = Json::object();
  line.set("url", url_of(request)).set("args", arguments_of(request)).set("headers", headers_of(request)).set("origin", kOrigin);
  std::vector<Piece> pieces;
  for (uint64_t i = 0; i < count; i++) {
    line.set("id", static_cast<int>(i));
    pieces.push_back({i ? kBetweenLines : 0, line.on_one_line() + "\n"});
  }
  Plan plan = answer(200, "application/json", "");
  plan.head.headers = {{"Content-Type", "application/json"}, {"Transfer-Encoding", "chunked"}};
  plan.body = std::make_unique<PiecesBody>(std::move(pieces));
  return plan;
}

Plan place_drip(MockState&, const MockRequest& request) {
  double duration = 2, delay = 0;
  uint64_t count = 10;
  if (const std::string* given = request.argument("duration")) read_seconds(*given, &duration);
  if (const std::string* given = request.argument("delay")) read_seconds(*given, &delay);
  if (const std::string* given = request.argument("numbytes")) read_count(*given, &count);
  if (!count || count > 10'000 || delay + duration > kLongestDelay) return html_answer(400, "400 Bad Request", "Too much, or nothing");
  std::vector<Piece> pieces;
  for (uint64_t i = 0; i < count; i++) pieces.push_back({duration / static_cast<double>(count), "*"});
  Plan plan = answer(200, "application/octet-stream", "");
  plan.head.headers = {{"Content-Type", "application/octet-stream"}, {"Content-Length", std::to_string(count)}};
  plan.delay += delay;
  plan.body = std::make_unique<PiecesBody>(std::move(pieces));
  return plan;
}

}  // namespace loopscope::network
