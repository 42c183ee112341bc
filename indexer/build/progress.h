// Tells on standard error how far a build is: one line that is rewritten, or JSON lines.
//
// Commands hand it to the builder as BuildOptions::progress. For one thread.
#pragma once

#include <chrono>
#include <string>

#include "indexer/build/builder.h"

namespace backfile {

class ProgressReport {
 public:
  enum class Form {
    none,
    line,  // for a terminal
    json,  // {"stage", "done", "total", "articles", "seconds_left"} about once a second
  };
  // "auto" is a line on a terminal that can rewrite it and nothing elsewhere; "json"; "none".
  static Form form_of(const std::string& choice);

  explicit ProgressReport(Form form) : form_(form) {}
  ~ProgressReport() { clear(); }
  ProgressReport(const ProgressReport&) = delete;
  ProgressReport& operator=(const ProgressReport&) = delete;

  void show(const Progress& progress);
  void clear();  // removes the line from the terminal

 private:
  using Clock = std::chrono::steady_clock;
  // By the pace of the stage so far; negative: not known yet.
  double seconds_left(const Progress& progress) const;

  Form form_;
  std::string stage_;
  Clock::time_point stage_began_;
  Clock::time_point last_shown_;
  bool line_shown_ = false;
};

// "indexing  12,345 of 21,578 articles, 8.0 s left": what the line says.
std::string progress_line(const Progress& progress, double seconds_left);

}  // namespace backfile
