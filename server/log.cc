// See log.h.
#include "server/log.h"

#include <unistd.h>

#include <cmath>
#include <ctime>
#include <nlohmann/json.hpp>

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t longest_path = 200;

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string path_of(std::string_view target) {
  return std::string(target.substr(0, std::min(target.find('?'), longest_path)));
}

std::string line_of(const Json& entry) {
  return entry.dump(-1, ' ', true, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string request_log_line(const RequestLine& line, int status, double milliseconds) {
  return line_of({{"time", now()},
                  {"method", line.method.substr(0, 16)},
                  {"path", path_of(line.target)},
                  {"status", status},
                  {"ms", std::round(milliseconds * 10) / 10}});
}

std::string error_log_line(std::string_view path, std::string_view error) {
  return line_of({{"time", now()}, {"error", error}, {"path", path_of(path)}});
}

std::string generation_log_line(std::string_view generation, std::string_view why) {
  std::string error = "the newest generation";
  if (!generation.empty()) error = "generation " + std::string(generation);
  error += " cannot be opened, the one before goes on serving: ";
  return line_of({{"time", now()}, {"error", error.append(why)}});
}

void write_log(const std::string& line) {
  // One write() per line; a log that cannot be written is no reason to stop.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace backfile
