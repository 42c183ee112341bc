// A hand-written parser over the table of commands rather than a library, because its messages
// suggest what was meant: the nearest command or flag, or quotes around a query with a minus word.
#include "server/cli/arguments.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/failure.h"
#include "server/cli/configuration.h"
#include "server/cli/help.h"

namespace backfile {
namespace {

// The edit distance, in which swapping two neighbouring letters counts as one edit.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before, above, row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    before = std::exchange(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      const bool swapped =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row.back();
}

// "; did you mean --limit? Otherwise see ", or "; see " if no name is close.
template <typename Rows>
std::string did_you_mean(std::string_view word, const Rows& rows, const std::string& dashes) {
  std::string nearest;
  std::size_t least = word.size() / 3 + 1;  // with more edits it is another word
  for (const auto& row : rows) {
    const std::size_t edits = distance(word, row.name);
    if (edits > least || (edits == least && !nearest.empty())) continue;
    nearest = row.name;
    least = edits;
  }
  return nearest.empty() ? "; see " : "; did you mean " + dashes + nearest + "? Otherwise see ";
}

Failure unknown_command(const std::string& word, std::span<const Command> commands) {
  return Failure(Exit::usage, "there is no command \"" + word + "\"" +
                                  did_you_mean(word, commands, "") + "`backfile --help`");
}

// For a word that begins with a dash but is not a flag of the command.
Failure unknown_flag(const std::string& word, const Command& command) {
  const std::string name = word.substr(word.find_first_not_of('-'));
  std::string message = "`backfile " + std::string(command.name) + "` has no flag " + word;
  const bool takes_query = command.words.find("QUERY") != std::string_view::npos;
  const bool minus_word = takes_query && !word.starts_with("--");
  if (minus_word) {
    message +=
        "; to exclude a word from a search put the whole query in quotes, as in "
        "`backfile search 'war -" +
        name + "'`, after `--` if it begins with a minus";
  } else {
    const std::string flag = name.substr(0, name.find('='));
    message += did_you_mean(flag, command.flags, "--");
    message += "`backfile " + std::string(command.name) + " --help`";
  }
  return Failure(Exit::usage, message);
}

bool is_all_dashes(std::string_view word) {
  return word.find_first_not_of('-') == std::string_view::npos;
}

// The flag named by a word such as "--limit" or "--limit=5"; nullptr if there is none.
const Flag* flag_of(std::string_view word, const Command& command) {
  if (!word.starts_with("--")) return nullptr;
  word.remove_prefix(2);
  const auto flag = std::ranges::find(command.flags, word.substr(0, word.find('=')), &Flag::name);
  return flag == command.flags.end() ? nullptr : &*flag;
}

// Whether a word can be the value of the flag before it: it cannot if it names a flag itself.
bool is_value(std::string_view word, const Command& command) {
  return word != "--" && !flag_of(word, command);
}

Failure missing_value(const Flag& flag) {
  const std::string dashed = "--" + std::string(flag.name);
  return Failure(Exit::usage,
                 dashed + " needs a value: write it as " + dashed + " " + std::string(flag.value));
}

Failure unexpected_value(const Flag& flag) {
  return Failure(Exit::usage,
                 "--" + std::string(flag.name) + " takes no value: write it on its own");
}

// Words are taken literally: brackets, commas and quotes that the shell has left in place are part
// of a query or of a file name.
Arguments parse(const Command& command, std::span<const std::string> words) {
  Arguments arguments;
  std::map<std::string_view, std::vector<std::string>> given;
  bool flags_ended = false;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (!flags_ended && *word == "--") {
      flags_ended = true;
    } else if (flags_ended || !word->starts_with('-') || is_all_dashes(*word)) {
      arguments.add_word(*word);
    } else if (const Flag* flag = flag_of(*word, command); !flag) {
      throw unknown_flag(*word, command);
    } else if (const std::size_t equals = word->find('='); equals != std::string::npos) {
      if (flag->value.empty()) throw unexpected_value(*flag);
      given[flag->name].push_back(word->substr(equals + 1));
    } else if (flag->value.empty()) {
      given[flag->name] = {""};
    } else if (const auto next = std::next(word); next != words.end() && is_value(*next, command)) {
      given[flag->name].push_back(*next);
      word = next;
    } else {
      throw missing_value(*flag);
    }
  }
  for (const Flag& flag : command.flags) {
    // If a flag that takes one value is repeated the last one wins, so that a shell alias can be
    // overridden.
    std::span<const std::string> values = given[flag.name];
    if (!flag.repeatable && !values.empty()) values = values.last(1);
    for (const std::string& value : values) arguments.add_flag(std::string(flag.name), value);
  }
  return arguments;
}

bool asks_for_help(const std::vector<std::string>& words) {
  const auto end = std::find(words.begin(), words.end(), "--");
  return std::any_of(words.begin(), end,
                     [](const std::string& word) { return word == "--help" || word == "-h"; });
}

}  // namespace

Invocation parse_command_line(std::span<const Command> commands, int count,
                              const char* const* given) {
  std::vector<std::string> words(given + 1, given + count);
  if (words.empty()) {
    throw Failure(Exit::usage, "say what to do: `backfile --help` lists the commands");
  }
  const std::string first = words.front();
  words.erase(words.begin());
  if (first == "--version") return {nullptr, {}, version()};
  if (first == "help" && !words.empty()) {
    const char* const asked[] = {given[0], words.front().c_str(), "--help"};
    return parse_command_line(commands, 3, asked);
  }
  if (first == "--help" || first == "-h" || first == "help") return {nullptr, {}, help(commands)};

  const auto command = std::ranges::find(commands, first, &Command::name);
  if (command == commands.end()) throw unknown_command(first, commands);
  if (asks_for_help(words)) return {nullptr, {}, help(*command)};
  Invocation invocation{&*command, parse(*command, words), ""};
  apply_configuration(commands, *command, invocation.arguments);
  return invocation;
}

}  // namespace backfile
