// A line that rewrites itself, or JSON lines.
#include "indexer/build/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "indexer/base/command.h"
#include "indexer/base/figures.h"

namespace backfile {
namespace {

std::size_t terminal_width() {
  winsize size{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

void show_json(const Progress& progress, double seconds_left) {
  nlohmann::ordered_json line = {{"stage", progress.stage},
                                 {"done", progress.done},
                                 {"total", progress.total},
                                 {"articles", progress.articles},
                                 {"seconds_left", nullptr}};
  if (seconds_left >= 0) line["seconds_left"] = static_cast<std::uint64_t>(seconds_left + 0.5);
  std::cerr << line.dump() + '\n';
}

}  // namespace

std::string progress_line(const Progress& progress, double seconds_left) {
  std::string line(progress.stage);
  line.resize(std::max<std::size_t>(line.size(), 11), ' ');
  if (progress.stage == "reading") {
    if (progress.total > 0) line += std::to_string(progress.done * 100 / progress.total) + " %, ";
    line += counted(progress.articles, "article");
  } else if (progress.total > 0) {
    line += with_commas(progress.done) + " of " + counted(progress.total, "article");
  } else {
    line += counted(progress.articles, "article");
  }
  if (seconds_left >= 0) line += ", " + in_seconds(seconds_left) + " left";
  return line;
}

ProgressReport::Form ProgressReport::form_of(const std::string& choice) {
  if (choice == "json") return Form::json;
  return choice == "auto" && is_smart_terminal(STDERR_FILENO) ? Form::line : Form::none;
}

double ProgressReport::seconds_left(const Progress& progress) const {
  const std::chrono::duration<double> elapsed = Clock::now() - stage_began_;
  if (progress.done == 0 || progress.total < progress.done || elapsed.count() < 1) return -1;
  const auto left = static_cast<double>(progress.total - progress.done);
  return elapsed.count() * left / static_cast<double>(progress.done);
}

void ProgressReport::show(const Progress& progress) {
  if (form_ == Form::none) return;
  const Clock::time_point now = Clock::now();
  const bool next_stage = progress.stage != stage_;
  if (next_stage) {
    stage_ = progress.stage;
    stage_began_ = now;
  }
  const auto pause = std::chrono::milliseconds(form_ == Form::line ? 100 : 1000);
  if (!next_stage && now - last_shown_ < pause) return;
  last_shown_ = now;

  const double left = seconds_left(progress);
  if (form_ == Form::json) return show_json(progress, left);
  const std::string line = progress_line(progress, left).substr(0, terminal_width() - 1);
  std::cerr << "\r\033[K" + line << std::flush;
  line_shown_ = true;
}

void ProgressReport::clear() {
  if (line_shown_) std::cerr << "\r\033[K" << std::flush;
  line_shown_ = false;
}

}  // namespace backfile
