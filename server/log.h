// The server's log: one JSON object a line on standard error.
//
// Neither addresses of visitors nor what they search for are written. Everything is ASCII with
// escapes, so that no request can write a line of its own or talk to a terminal. Safe on any
// thread.
#pragma once

#include <string>
#include <string_view>

#include "server/http/guard.h"

namespace backfile {

// {"time":"2026-11-24T08:00:00Z","method":"GET","path":"/search","status":200,"ms":3.1}
std::string request_log_line(const RequestLine& line, int status, double milliseconds);

// {"time":"...","error":"...","path":"/search"}
std::string error_log_line(std::string_view path, std::string_view error);

// {"time":"...","error":"generation 20261124T080000Z-7 cannot be opened, ...: ..."}. Without a name,
// none could be read.
std::string generation_log_line(std::string_view generation, std::string_view why);

// Whole lines only, whatever other threads write.
void write_log(const std::string& line);

}  // namespace backfile
