// The whole file is checked whichever command runs, so that a mistake is found before it matters.
#include "server/cli/configuration.h"

#include <toml++/toml.h>
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

// BACKFILE_INDEX for --index, BACKFILE_BASE_URL for --base-url.
std::string variable_of(const Flag& flag) {
  std::string name = "BACKFILE_";
  for (const char letter : flag.name) {
    name += letter == '-' ? '_' : static_cast<char>(std::toupper(letter));
  }
  return name;
}

const Flag* find_flag(const Command& command, std::string_view name) {
  const auto found = std::ranges::find(command.flags, name, &Flag::name);
  return found == command.flags.end() ? nullptr : &*found;
}

const Command* find_command(std::span<const Command> commands, std::string_view name) {
  const auto found = std::ranges::find(commands, name, &Command::name);
  return found == commands.end() ? nullptr : &*found;
}

class ConfigurationFile {
 public:
  explicit ConfigurationFile(std::string path) : path_(std::move(path)) {
    try {
      table_ = toml::parse_file(path_);
    } catch (const toml::parse_error& error) {
      throw wrong(error.source(), std::string(error.description()));
    }
  }

  void check(std::span<const Command> commands) const {
    for (const auto& [key, node] : table_) {
      const Command* command = find_command(commands, key.str());
      if (node.is_table() && command) {
        check(*node.as_table(), {command, 1});
      } else if (node.is_table()) {
        throw wrong(key.source(), "there is no command \"" + std::string(key.str()) + "\"");
      } else {
        check_flag(key, node, commands);
      }
    }
  }

  // The values of a flag of a command: from the command's table, otherwise from the top level.
  void add_values(const Command& command, const Flag& flag, Arguments& arguments) const {
    const toml::table* own = table_[command.name].as_table();
    const toml::node* node = own ? own->get(flag.name) : nullptr;
    if (!node) node = table_.get(flag.name);
    if (!node || node->is_table()) return;
    const std::string name(flag.name);
    for (std::string& value : texts(*node, flag))
      arguments.add_flag(name, std::move(value), place(node->source()));
  }

 private:
  void check(const toml::table& table, std::span<const Command> commands) const {
    for (const auto& [key, node] : table) check_flag(key, node, commands);
  }

  void check_flag(const toml::key& key, const toml::node& node,
                  std::span<const Command> commands) const {
    bool known = false;
    for (const Command& command : commands) {
      const Flag* flag = find_flag(command, key.str());
      if (!flag) continue;
      known = true;
      texts(node, *flag);
    }
    if (known) return;
    throw wrong(key.source(), "no flag \"" + std::string(key.str()) + "\" can be set here");
  }

  // The values as typed on a command line. A switch that is true is one empty value.
  std::vector<std::string> texts(const toml::node& node, const Flag& flag) const {
    std::vector<std::string> values;
    if (const toml::array* list = node.as_array(); list && flag.repeatable) {
      for (const toml::node& entry : *list) values.push_back(text(entry, flag));
    } else if (!flag.value.empty()) {
      values.push_back(text(node, flag));
    } else if (const auto on = node.value_exact<bool>()) {
      if (*on) values.emplace_back();
    } else {
      throw wrong(node.source(), std::string(flag.name) + " must be true or false");
    }
    return values;
  }

  std::string text(const toml::node& node, const Flag& flag) const {
    if (const auto words = node.value_exact<std::string>()) return *words;
    if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
    throw wrong(node.source(), std::string(flag.name) + " must be a string or a whole number");
  }

  Failure wrong(const toml::source_region& where, const std::string& what) const {
    return Failure(Exit::usage, place(where) + ": " + what);
  }

  std::string place(const toml::source_region& where) const {
    return path_ + ", line " + std::to_string(where.begin.line);
  }

  std::string path_;
  toml::table table_;
};

std::string configuration_path() {
  const char* named = std::getenv("BACKFILE_CONFIG");
  if (named && *named) {
    if (std::filesystem::exists(named)) return named;
    throw Failure(Exit::usage, "BACKFILE_CONFIG names " + std::string(named) +
                                   ", which does not exist; create it or unset the variable");
  }
  return std::filesystem::exists("backfile.toml") ? "backfile.toml" : "";
}

}  // namespace

void apply_configuration(std::span<const Command> commands, const Command& command,
                         Arguments& arguments) {
  std::optional<ConfigurationFile> file;
  if (const std::string path = configuration_path(); !path.empty()) {
    file.emplace(path);
    file->check(commands);
  }
  for (const Flag& flag : command.flags) {
    const std::string name(flag.name);
    if (arguments.has(name)) continue;
    const char* variable = flag.value.empty() ? nullptr : std::getenv(variable_of(flag).c_str());
    if (variable && *variable) {
      arguments.add_flag(name, variable, variable_of(flag));
    } else if (file) {
      file->add_values(command, flag, arguments);
    }
  }
}

}  // namespace backfile
