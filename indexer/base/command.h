// A command of the program as a value: its name, flags, help and what it does.
//
// Each commands.h describes its commands this way; server/cli/main.cc gathers them into one
// table, from which the parser and all help are made. Commands run on the main thread.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

struct Flag {
  std::string_view name;   // without dashes: "index"
  std::string_view value;  // placeholder for help: "DIR"; empty for a switch
  std::string_view help;
  bool repeatable = false;
};

// The flags and words of one invocation, after environment and configuration were applied.
class Arguments {
 public:
  bool has(const std::string& flag) const { return flags_.contains(flag); }
  // The last value given, or nothing.
  std::optional<std::string> value(const std::string& flag) const;
  std::vector<std::string> values(const std::string& flag) const;
  // A whole number between the bounds, or the default; Failure{usage} otherwise.
  long number(const std::string& flag, long otherwise, long least, long most) const;
  // One of the choices, the first by default; Failure{usage} otherwise.
  std::string choice(const std::string& flag, const std::vector<std::string_view>& choices) const;
  // Failure{usage}: "--limit takes WANTED, not ...", naming the file if the value came from one.
  [[noreturn]] void refuse(const std::string& flag, const std::string& wanted) const;
  const std::vector<std::string>& words() const { return words_; }

  // `origin` is where the value was given, if not on the command line, for error messages.
  void add_flag(const std::string& flag, std::string value, const std::string& origin = {}) {
    flags_[flag].push_back(std::move(value));
    if (!origin.empty()) origins_[flag] = origin;
  }
  void add_word(std::string word) { words_.push_back(std::move(word)); }

 private:
  std::map<std::string, std::string> origins_;
  std::map<std::string, std::vector<std::string>> flags_;
  std::vector<std::string> words_;
};

struct Command {
  std::string_view name;
  std::string_view words;    // for help: "SOURCE..."
  std::string_view summary;  // one line
  std::string_view details;  // paragraphs and examples below it
  std::vector<Flag> flags;
  int (*run)(const Arguments&);  // the exit code; may throw Failure
};

// --index DIR, else $BACKFILE_INDEX, else ./archive.index.
std::string index_directory(const Arguments& arguments);
inline constexpr Flag index_flag{"index", "DIR",
                                 "the index (default: $BACKFILE_INDEX, else ./archive.index)"};

// Writes text to standard output. Failure{unwritable} if that fails.
void print(std::string_view text);

// Whether a terminal understands sequences that colour and rewrite: not if TERM says "dumb" or
// nothing at all.
bool is_smart_terminal(int descriptor);

// Whether to colour what goes to standard output: as --color says, which by default is where it is
// such a terminal, and no NO_COLOR is set. Failure{usage} for other words.
bool colour_output(const Arguments& arguments);
inline constexpr Flag color_flag{"color", "WHEN",
                                 "auto (the default: on a terminal), always or never"};

}  // namespace backfile
