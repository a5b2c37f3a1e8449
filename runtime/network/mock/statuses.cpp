// SPDX-License-Identifier: MIT
#include "network/mock/places.h"
#include "network/mock/chance.h"

namespace loopscope::network {

namespace {

Plan redirect(std::string location, int status = 302) {
  Plan plan = html_answer(status, "Redirecting...", "The page is at " + location);
  plan.head.headers.emplace_back("Location", std::move(location));
  return plan;
}

/// "200" or "200,500" or "200:0.9,500:0.1": one of them, by the weights. 0: no status.
int choose_status(std::string_view text, Chance chance) {
  std::vector<std::pair<int, double>> choices;
  double total = 0;
  while (!text.empty()) {
    std::string_view item = text.substr(0, text.find(','));
    text.remove_prefix(item.size() < text.size() ? item.size() + 1 : item.size());
    size_t colon = item.find(':');
    uint64_t status;
    double weight = 1;
    if (!read_count(item.substr(0, colon), &status) || status < 100 || status > 599) return 0;
    if (colon != std::string_view::npos && !read_seconds(item.substr(colon + 1), &weight)) return 0;
    choices.emplace_back(static_cast<int>(status), weight);
    total += weight;
  }
  if (choices.empty()) return 0;
  if (choices.size() == 1) return choices[0].first;
  double at = static_cast<double>(chance.below(1'000'000)) / 1e6 * total;
  for (const auto& [status, weight] : choices) {
    if (at < weight) return status;
    at -= weight;
  }
  return choices.back().first;
}

}  // namespace

Plan place_status(MockState& state, const MockRequest& request) {
  int status = choose_status(request.segment(1), Chance(state.seed + state.requests));
  if (!status) return html_answer(400, "400 Bad Request", "Invalid status code");
  if (status == 301 || status == 302 || status == 303 || status == 305 || status == 307) {
    Plan plan = answer(status, "text/html; charset=utf-8", "");
    plan.head.headers.emplace_back("Location", "/redirect/1");
    return plan;
  }
  std::string body;
  if (status == 418) body = "\n    I am a teapot.\n\n       _...._\n     .'  _  `.\n    | ( `_` ) |=\n     \\_______/\n";
  Plan plan = answer(status, "text/html; charset=utf-8", body);
  if (status == 401) plan.head.headers.emplace_back("WWW-Authenticate", "Basic realm=\"Fake Realm\"");
  if (status == 407) plan.head.headers.emplace_back("Proxy-Authenticate", "Basic realm=\"Fake Realm\"");
  return plan;
}

Plan place_redirect(MockState&, const MockRequest& request) {
  if (request.segment(0) == "redirect-to") {
    const std::string* url = request.argument("url");
    const std::string* code = request.argument("status_code");
    uint64_t status = 302;
    if (code && (!read_count(*code, &status) || status < 300 || status > 399)) status = 302;
    return url ? redirect(*url, static_cast<int>(status)) : html_answer(400, "400 Bad Request", "An address is needed: ?url=...");
  }
  uint64_t count;
  if (!read_count(request.segment(1), &count) || !count)
    return html_answer(404, "404 Not Found", "A number of redirects is needed: /redirect/3");
  if (count == 1) return redirect("/get");
  return redirect((request.segment(0) == "redirect" ? "/relative-redirect/" : "/" + request.segment(0) + "/") + std::to_string(count - 1));
}

}  // namespace loopscope::network
