// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::host {

/// Requests that the page's visitor sends to the program's servers.

/// `headers`: "Name: value\n" for each. It arrives after `delay` seconds of program time.
void send_page_request(uint32_t id, double delay, std::string_view method, std::string_view path, std::string_view headers,
                       std::string_view body);
/// Appends what became of those that are over since the last call, as a JSON array; nothing if there are none. Null until one is
/// sent: a call through a pointer is not inlined into what every program calls, and most programs serve nobody.
extern void (*drain_page_responses)(std::string& out);

}  // namespace loopscope::host
