// The server's log: one JSON object a line, on standard error or in a file.
//
// Neither addresses of visitors nor what they search for are written. Everything is ASCII with
// escapes, so that no request can write a line of its own or talk to a terminal. Safe on any
// thread.
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

// {"time":"...","error":"generation 20261124T080000Z-7 cannot be opened, ...: ..."}. Without a name,
// none could be read.
std::string generation_log_line(std::string_view generation, std::string_view why);

// {"time":"...","event":"reload","generation":"20261124T080000Z-7"}
std::string reload_log_line(std::string_view generation);

// {"time":"...","error":"the log cannot be opened anew (Permission denied), ..."}
std::string reopening_log_line(int error);

// {"time":"...","error":"the log /var/log/backfile.log cannot be written (No space left on device),
// ..."}
std::string unwritten_log_line(const std::filesystem::path& file, int error);

// How a log fares, for whoever watches the server.
struct LogState {
  std::uint64_t lost_lines = 0;  // since the start
  int error = 0;                 // the system's, if the line before could not be written; else 0
};

class Log {
 public:
  // Adds to the file, or to standard error if there is none. Failure{unwritable} if it cannot be
  // opened.
  explicit Log(std::filesystem::path file = {});
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  // Whole lines only, whatever other threads write. A log that cannot be written stops nothing: its
  // lines are lost and counted, and standard error is told once, and again only after a line was
  // written.
  void write(const std::string& line) const;
  LogState state() const { return {lost_lines_, error_}; }

  // Opens the file anew by its name, for whoever renamed it. Meanwhile and afterwards no line is
  // lost. The system's error if that fails, and then the log goes on where it was; 0 otherwise.
  int reopen() const;

 private:
  void fail(int error) const;

  const std::filesystem::path file_;
  const int descriptor_;                    // the same for life: another file is put under it
  mutable std::atomic<bool> torn_ = false;  // the file ends within a line
  mutable std::atomic<int> error_ = 0;
  mutable std::atomic<std::uint64_t> lost_lines_ = 0;
};

}  // namespace backfile
