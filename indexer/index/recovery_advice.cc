// How to repair an index: the command that rebuilds it, and the one that goes back to the newest
// older generation that opens. Declared in generation.h.
#include <xapian.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/index/columns.h"
#include "indexer/index/generation.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// Quoted for the shell where it needs to be.
std::string quoted(const std::string& word) {
  constexpr const char* plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+=:,@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

bool opens(const fs::path& generation) {
  try {
    const Manifest manifest = parse_manifest(generation);
    look_at_files(generation, manifest.files);
    const Xapian::Database database(database_of(generation).string());
    const ForwardIndex forward(forward_of(generation));
    const Columns columns(generation, forward);
    return database.get_doccount() == manifest.documents && forward.size() == manifest.documents;
  } catch (const Xapian::Error&) {
    return false;
  } catch (const std::exception&) {
    return false;
  }
}

std::optional<std::string> newest_older(const fs::path& index, const std::string& than) {
  std::vector<std::string> names = generation_names(index);
  if (const auto found = std::ranges::find(names, than); found != names.end())
    names.erase(names.begin(), found + 1);
  const auto whole =
      std::ranges::find_if(names, [&](auto& name) { return opens(index / "generations" / name); });
  return whole == names.end() ? std::nullopt : std::optional(*whole);
}

}  // namespace

std::string recovery_advice(const fs::path& generation) {
  const fs::path index = generation.parent_path().parent_path();
  std::string advice =
      "; rebuild it with `backfile index SOURCE... --index " + quoted(index.string()) + "`";
  if (const auto older = newest_older(index, generation.filename().string())) {
    advice += ", or go back to an older generation with `" + rollback_command(index, *older) + "`";
  }
  return advice;
}

std::string rollback_command(const fs::path& index, const std::string& name) {
  return "echo " + name + " > " + quoted((index / "current").string());
}

Failure unreadable_generation(const fs::path& generation, const std::string& what) {
  return Failure(Exit::corrupt, "the index at " + generation.string() + " cannot be read (" + what +
                                    ")" + recovery_advice(generation));
}

Failure unreadable_database(const fs::path& generation, const std::string& what) {
  return Failure(Exit::corrupt, "the tables in " + database_of(generation).string() +
                                    " cannot be read (" + what + ")" + recovery_advice(generation));
}

}  // namespace backfile
