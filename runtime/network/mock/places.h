// SPDX-License-Identifier: MIT
#pragma once

#include "network/mock/mock_internet.h"
#include "network/mock/mock_request.h"

/// The places of the mock internet, by area; mock_internet.cpp has the table of their paths.
namespace loopscope::network {

/// `type` is the whole Content-Type.
Plan answer(int status, std::string_view type, std::string body);
Plan json_answer(const Json& json, int status = 200);
Plan html_answer(int status, std::string_view title, std::string_view text);

// echo.cpp: what the request was
Plan place_get(MockState&, const MockRequest&);
Plan place_body(MockState&, const MockRequest&);
Plan place_anything(MockState&, const MockRequest&);
Plan place_headers(MockState&, const MockRequest&);
Plan place_ip(MockState&, const MockRequest&);
Plan place_user_agent(MockState&, const MockRequest&);

// data.cpp: things to fetch
Plan place_json(MockState&, const MockRequest&);
Plan place_bytes(MockState&, const MockRequest&);
Plan place_uuid(MockState&, const MockRequest&);

// timed.cpp: what takes time
Plan place_delay(MockState&, const MockRequest&);
Plan place_stream(MockState&, const MockRequest&);

// statuses.cpp
Plan place_status(MockState&, const MockRequest&);
Plan place_redirect(MockState&, const MockRequest&);

}  // namespace loopscope::network
