// SPDX-License-Identifier: MIT
#include "network/url.h"

#include "network/text.h"

namespace loopscope::network {

namespace {

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  c = lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Splits "host:port" or "[::1]:port"; false if the port is no number.
bool read_authority(std::string_view text, Url* out) {
  if (size_t at = text.rfind('@'); at != std::string_view::npos) text.remove_prefix(at + 1);
  size_t end_of_host = text.starts_with('[') ? text.find(']') : text.rfind(':');
  std::string_view port;
  if (text.starts_with('[')) {
    if (end_of_host == std::string_view::npos) return false;
    out->host = lower(text.substr(1, end_of_host - 1));
    std::string_view rest = text.substr(end_of_host + 1);
    if (rest.starts_with(':')) port = rest.substr(1);
  } else {
    out->host = lower(text.substr(0, end_of_host));
    if (end_of_host != std::string_view::npos) port = text.substr(end_of_host + 1);
  }
  if (out->host.empty() || port.size() > 5) return false;
  int number = 0;
  for (char c : port) {
    if (!is_digit(c)) return false;
    number = number * 10 + (c - '0');
  }
  out->port = !port.empty() ? number : out->scheme == "https" || out->scheme == "wss" ? 443 : 80;
  return out->port <= 65535;
}

}  // namespace

bool parse_url(std::string_view text, Url* out) {
  size_t colon = text.find("://");
  if (colon == std::string_view::npos || colon == 0) return false;
  out->scheme = lower(text.substr(0, colon));
  std::string_view rest = text.substr(colon + 3);
  rest = rest.substr(0, rest.find('#'));
  size_t end = rest.find_first_of("/?");
  if (!read_authority(rest.substr(0, end), out)) return false;
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end);
  size_t question = rest.find('?');
  out->path = rest.substr(0, question);
  if (out->path.empty()) out->path = "/";
  if (question != std::string_view::npos) out->query = rest.substr(question + 1);
  return true;
}

std::string percent_decode(std::string_view text, bool plus_is_space) {
  std::string out;
  for (size_t i = 0; i < text.size(); i++) {
    int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high << 4 | low);
      i += 2;
    } else {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    std::string_view item = query.substr(0, query.find('&'));
    query.remove_prefix(item.size() < query.size() ? item.size() + 1 : item.size());
    size_t equals = item.find('=');
    if (item.empty()) continue;
    std::string_view value = equals == std::string_view::npos ? std::string_view() : item.substr(equals + 1);
    pairs.emplace_back(percent_decode(item.substr(0, equals), true), percent_decode(value, true));
  }
  return pairs;
}

}  // namespace loopscope::network
