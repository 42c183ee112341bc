// The server's log: one JSON object a line, on standard error or in a file.
//
// Neither clients' addresses nor search terms are logged. Everything is ASCII with escapes, so that
// no request can inject a line or control a terminal. Safe on any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "server/http/guard.h"

namespace backfile {

// {"time":"2026-11-24T08:00:00Z","method":"GET","path":"/search","status":200,"ms":3.1}
std::string request_log_line(const RequestLine& line, int status, double milliseconds);

// {"time":"...","error":"...","path":"/search"}
std::string error_log_line(std::string_view path, std::string_view error);

// {"time":"...","error":"generation 20261124T080000Z-7 cannot be opened, so ..."}. `generation` is
// empty if not even its name could be read.
std::string generation_log_line(std::string_view generation, std::string_view why);

// {"time":"...","event":"reload","generation":"20261124T080000Z-7"}
std::string reload_log_line(std::string_view generation);

// {"time":"...","error":"the log file cannot be reopened (Permission denied); ..."}
std::string reopening_log_line(int error);

// {"time":"...","error":"the log FILE cannot be written (No space left on device), so ..."}
std::string unwritten_log_line(const std::filesystem::path& file, int error);

// Whether the log can be written, for monitoring.
struct LogState {
  std::uint64_t lost_lines = 0;  // since the start
  int error = 0;                 // errno of the last write, 0 if it succeeded
};

class Log {
 public:
  // Appends to the file, or writes to standard error if it is empty. Failure{unwritable} if the
  // file cannot be opened.
  explicit Log(std::filesystem::path file = {});
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  // Writes a line, which must end in a line feed. If it cannot be written it is lost and counted,
  // and the server carries on. Standard error gets one message, until a line is written again.
  void write(const std::string& line) const;
  LogState state() const { return {lost_lines_, error_}; }

  // Opens the file again by its name, after a log rotation. No line is lost. Returns 0, or the
  // errno if that fails; logging then continues in the file that was open before.
  int reopen() const;

 private:
  void report_failure(int error) const;

  const std::filesystem::path file_;
  const int descriptor_;                    // never changes: reopen() puts another file under it
  mutable std::atomic<bool> torn_ = false;  // the file ends in the middle of a line
  mutable std::atomic<int> error_ = 0;
  mutable std::atomic<std::uint64_t> lost_lines_ = 0;
};

}  // namespace backfile
