// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::host {

/// Requests that the page's visitor sends to the program's servers.

/// `headers`: "Name: value\n" for each. It arrives after `delay` seconds of program time.
[[gnu::noinline]] void send_page_request(uint32_t id, double delay, std::string_view method, std::string_view path, std::string_view headers,
                                         std::string_view body);
// Not inlined into what every program calls: most programs serve nobody.

/// Appends what became of those that are over since the last call, as a JSON array; nothing if there are none.
[[gnu::noinline]] void drain_page_responses(std::string& out);

}  // namespace loopscope::host
