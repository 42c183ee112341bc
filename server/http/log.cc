// Each line is one write(2) to a file opened for appending, which the kernel makes atomic: lines of
// several threads, or of several processes, do not mix. nlohmann's dump() escapes what is not
// ASCII.
#include "server/http/log.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ctime>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t longest_path = 200;

int open_for_append(const std::filesystem::path& file) {
  return ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0644);
}

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
  error += " cannot be opened, so the previous one stays in service: ";
  return line_of({{"time", now()}, {"error", error.append(why)}});
}

std::string reload_log_line(std::string_view generation) {
  return line_of({{"time", now()}, {"event", "reload"}, {"generation", generation}});
}

std::string reopening_log_line(int error) {
  return line_of(
      {{"time", now()},
       {"error", "the log file cannot be reopened (" + std::generic_category().message(error) +
                     "); logging continues in the file that was open before"}});
}

std::string unwritten_log_line(const std::filesystem::path& file, int error) {
  return line_of({{"time", now()},
                  {"error", "the log " + file.string() + " cannot be written (" +
                                std::generic_category().message(error) +
                                "), so its lines are lost; make room on the disk, or " +
                                "restart the server with another --log"}});
}

Log::Log(std::filesystem::path file)
    : file_(std::move(file)), descriptor_(file_.empty() ? STDERR_FILENO : open_for_append(file_)) {
  if (descriptor_ < 0) throw disk_failure("write the log", file_, errno, "--log");
}

Log::~Log() {
  if (!file_.empty()) ::close(descriptor_);
}

void Log::write(const std::string& line) const {
  // A disk that fills up may take only the beginning of a line. The next line then starts with a
  // line feed, so that it stands alone.
  const std::string whole = torn_.exchange(false) ? '\n' + line : line;
  ssize_t written = 0;
  do {
    written = ::write(descriptor_, whole.data(), whole.size());
  } while (written < 0 && errno == EINTR);
  if (written == static_cast<ssize_t>(whole.size())) {
    error_ = 0;
    return;
  }
  const int error = written < 0 ? errno : ENOSPC;
  if (written > 0 || whole.size() > line.size()) torn_ = true;
  report_failure(error);
}

void Log::report_failure(int error) const {
  ++lost_lines_;
  if (error_.exchange(error) != 0 || file_.empty()) return;
  const std::string message = unwritten_log_line(file_, error);
  // If standard error fails as well there is nowhere left to report it.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
}

int Log::reopen() const {
  if (file_.empty()) return 0;
  const int other = open_for_append(file_);
  if (other < 0) return errno;
  // dup3() replaces the file in one step: concurrent writes go to the old file or to the new one.
  const int error = ::dup3(other, descriptor_, O_CLOEXEC) < 0 ? errno : 0;
  ::close(other);
  return error;
}

}  // namespace backfile
