// Arguments of a command as it asks for them, and the surroundings it runs in.
#include "indexer/base/command.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

bool set_and_not_empty(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

}  // namespace

std::optional<std::string> Arguments::value(const std::string& flag) const {
  const auto found = flags_.find(flag);
  if (found == flags_.end()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> Arguments::values(const std::string& flag) const {
  const auto found = flags_.find(flag);
  return found == flags_.end() ? std::vector<std::string>() : found->second;
}

long Arguments::number(const std::string& flag, long otherwise, long least, long most) const {
  const std::optional<std::string> given = value(flag);
  if (!given) return otherwise;
  long number = 0;
  const char* end = given->data() + given->size();
  const auto [stop, error] = std::from_chars(given->data(), end, number);
  if (error != std::errc() || stop != end || number < least || number > most) {
    refuse(flag, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return number;
}

std::string Arguments::choice(const std::string& flag,
                              const std::vector<std::string_view>& choices) const {
  const std::optional<std::string> given = value(flag);
  if (!given) return std::string(choices.front());
  if (std::find(choices.begin(), choices.end(), *given) != choices.end()) return *given;
  std::string wanted;
  for (const std::string_view& choice : choices) {
    if (!wanted.empty()) wanted += &choice == &choices.back() ? " or " : ", ";
    wanted += choice;
  }
  refuse(flag, wanted);
}

void Arguments::refuse(const std::string& flag, const std::string& wanted) const {
  // "--limit", or "backfile.toml, line 3: limit" where it was given there.
  const auto origin = origins_.find(flag);
  const std::string named = origin == origins_.end() ? "--" + flag : origin->second + ": " + flag;
  const std::string given = value(flag).value_or("");
  throw Failure(Exit::usage, named + " takes " + wanted + ", not \"" + given + "\"");
}

std::string index_directory(const Arguments& arguments) {
  if (const std::optional<std::string> named = arguments.value("index")) return *named;
  return set_and_not_empty("BACKFILE_INDEX") ? std::getenv("BACKFILE_INDEX") : "archive.index";
}

void print(std::string_view text) {
  errno = 0;
  if (!(std::cout << text)) throw output_failure(errno);
}

bool is_smart_terminal(int descriptor) {
  const char* kind = std::getenv("TERM");
  return ::isatty(descriptor) != 0 && set_and_not_empty("TERM") && std::string_view(kind) != "dumb";
}

bool colour_output(const Arguments& arguments) {
  const std::string when = arguments.choice("color", {"auto", "always", "never"});
  if (when != "auto") return when == "always";
  return is_smart_terminal(STDOUT_FILENO) && !set_and_not_empty("NO_COLOR");
}

}  // namespace backfile
