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

Plan place_html(MockState&, const MockRequest&);
Plan place_robots(MockState&, const MockRequest&);
Plan place_links(MockState&, const MockRequest&);
Plan place_response_headers(MockState&, const MockRequest&);

// timed.cpp: what takes time
Plan place_delay(MockState&, const MockRequest&);
Plan place_stream(MockState&, const MockRequest&);
Plan place_drip(MockState&, const MockRequest&);

// statuses.cpp
Plan place_status(MockState&, const MockRequest&);
Plan place_redirect(MockState&, const MockRequest&);

// faults.cpp: what does not always work
Plan place_flaky(MockState&, const MockRequest&);
Plan place_ratelimit(MockState&, const MockRequest&);

// sessions.cpp: who asks
Plan place_cookies(MockState&, const MockRequest&);
Plan place_basic_auth(MockState&, const MockRequest&);
Plan place_bearer(MockState&, const MockRequest&);

// site.cpp
Plan place_site(MockState&, const MockRequest&);

// completions.cpp: a language model
Plan place_completions(MockState&, const MockRequest&);
Plan place_embeddings(MockState&, const MockRequest&);
Plan place_models(MockState&, const MockRequest&);

}  // namespace loopscope::network
