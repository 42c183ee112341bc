// The only home of CLI11, which splits the words; the table says what they mean.
#include "server/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "indexer/failure.h"
#include "server/configuration.h"
#include "server/help.h"

namespace backfile {
namespace {

// Letters to insert, drop, change or swap with their neighbour to turn one word into the other.
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

// "; did you mean --limit? Else see ", or "; see " if no name is near.
template <typename Rows>
std::string did_you_mean(std::string_view word, const Rows& rows, const std::string& dashes) {
  std::string nearest;
  std::size_t least = word.size() / 3 + 1;  // farther off it is another word
  for (const auto& row : rows) {
    const std::size_t letters = distance(word, row.name);
    if (letters > least || (letters == least && !nearest.empty())) continue;
    nearest = row.name;
    least = letters;
  }
  return nearest.empty() ? "; see " : "; did you mean " + dashes + nearest + "? Else see ";
}

Failure unknown_command(const std::string& word, std::span<const Command> commands) {
  return Failure(Exit::usage, "there is no command \"" + word + "\"" +
                                  did_you_mean(word, commands, "") + "`backfile --help`");
}

// For a word with dashes in front that is no flag of the command.
Failure unknown_flag(const std::string& word, const Command& command) {
  const std::string name = word.substr(word.find_first_not_of('-'));
  std::string message = "`backfile " + std::string(command.name) + "` has no flag " + word;
  const bool takes_query = command.words.find("QUERY") != std::string_view::npos;
  const bool minus_word = takes_query && !word.starts_with("--");
  if (minus_word) {
    message +=
        "; to leave a word out of a search put the whole query in quotes, as in "
        "`backfile search 'war -" +
        name + "'`, after `--` if it begins with a minus";
  } else {
    const std::string flag = name.substr(0, name.find('='));
    message += did_you_mean(flag, command.flags, "--");
    message += "`backfile " + std::string(command.name) + " --help`";
  }
  return Failure(Exit::usage, message);
}

struct Collected {
  std::map<std::string, std::vector<std::string>> values;
  std::map<std::string, std::size_t> switches;
  std::vector<std::string> words;
};

// Tells CLI11 of a command; what it finds goes to `collected`.
void describe(const Command& command, CLI::App& app, Collected& collected) {
  app.set_help_flag();
  app.allow_extras();
  for (const Flag& flag : command.flags) {
    const std::string name(flag.name);
    if (flag.value.empty()) {
      app.add_flag("--" + name, collected.switches[name]);
    } else {
      app.add_option("--" + name, collected.values[name])->allow_extra_args(false);
    }
  }
  app.add_option("words", collected.words);
}

Arguments arguments_of(const Command& command, const Collected& collected) {
  Arguments arguments;
  for (const Flag& flag : command.flags) {
    const std::string name(flag.name);
    if (const auto found = collected.values.find(name); found != collected.values.end()) {
      // Of one that takes a single value the last holds, so that an alias can be overruled.
      std::span<const std::string> given = found->second;
      if (!flag.repeatable && !given.empty()) given = given.last(1);
      for (const std::string& value : given) arguments.add_flag(name, value);
    }
    const auto found = collected.switches.find(name);
    if (found != collected.switches.end() && found->second > 0) arguments.add_flag(name, "");
  }
  for (const std::string& word : collected.words) arguments.add_word(word);
  return arguments;
}

// CLI11's own sentences name types and counts; what goes wrong most is a flag without its value.
Failure misused(const CLI::ParseError& error, const Command& command) {
  const std::string said = error.what();
  for (const Flag& flag : command.flags) {
    const std::string dashed = "--" + std::string(flag.name);
    if (!said.starts_with(dashed + ":")) continue;
    const bool value_wanted = !flag.value.empty();
    return Failure(Exit::usage, dashed + (value_wanted ? " needs a value: write it as " + dashed +
                                                             " " + std::string(flag.value)
                                                       : " takes no value: write it alone"));
  }
  return Failure(Exit::usage, said + "; see `backfile " + std::string(command.name) + " --help`");
}

Arguments parse(const Command& command, std::vector<std::string> words) {
  Collected collected;
  CLI::App app;
  describe(command, app, collected);
  const auto flags_end = std::find(words.begin(), words.end(), "--");
  std::vector<std::string> flags(words.begin(), flags_end);
  std::reverse(flags.begin(), flags.end());  // as CLI11 wants them
  try {
    app.parse(std::move(flags));
  } catch (const CLI::ParseError& error) {
    throw misused(error, command);
  }
  for (const std::string& word : app.remaining()) {
    if (word.size() > 1 && word.front() == '-') throw unknown_flag(word, command);
    collected.words.push_back(word);
  }
  // Behind "--", all are words, with however many dashes.
  if (flags_end != words.end()) {
    collected.words.insert(collected.words.end(), std::next(flags_end), words.end());
  }
  return arguments_of(command, collected);
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
  Invocation invocation{&*command, parse(*command, std::move(words)), ""};
  apply_configuration(commands, *command, invocation.arguments);
  return invocation;
}

}  // namespace backfile
