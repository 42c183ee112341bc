// The name that is given for the longest path around a file is the name of its source.
#include "indexer/readers/input/source_names.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "indexer/base/failure.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool inner_space = byte == ' ' && i > 0 && i + 1 < text.size() && text[i - 1] != ' ';
    if ((byte > ' ' && byte < 0x7f && byte != '%') || inner_space) {
      encoded += text[i];
    } else {
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

// "c", "b/c", "a/b/c" of "/a/b/c".
std::vector<std::string> ends_of(const fs::path& path) {
  std::vector<std::string> ends;
  std::string end;
  for (fs::path rest = path; rest.has_relative_path(); rest = rest.parent_path()) {
    const std::string part = name_below("", rest.filename().string());
    end = end.empty() ? part : part + '/' + end;
    ends.push_back(end);
  }
  return ends;
}

}  // namespace

SourceNames::SourceNames(const std::vector<SourceName>& names) {
  for (const SourceName& given : names) {
    struct stat status {};
    if (::stat(given.path.c_str(), &status) != 0) {
      throw Failure(Exit::usage, "there is no " + given.path + " to be called \"" + given.name +
                                     "\"; mend or remove that --source-name, which may stand in "
                                     "backfile.toml");
    }
    names_[{status.st_dev, status.st_ino}] = tidy_line(given.name);
  }
}

std::string_view SourceNames::of(dev_t device, ino_t number) const {
  const auto found = names_.find({device, number});
  return found == names_.end() ? std::string_view() : std::string_view(found->second);
}

SourceNames::Naming SourceNames::around(const std::string& folder) const {
  std::error_code error;
  const fs::path whole = fs::canonical(folder, error);
  if (error || names_.empty()) return {};
  for (fs::path path = whole;; path = path.parent_path()) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    if (const std::string_view name = of(status.st_dev, status.st_ino); !name.empty()) {
      Naming naming{std::string(name), std::string(name)};
      if (path == whole) return naming;
      for (const fs::path& part : whole.lexically_relative(path)) {
        naming.prefix = name_below(naming.prefix, part.string());
      }
      return naming;
    }
    if (path == path.parent_path()) return {};
  }
}

std::string name_below(std::string_view prefix, std::string_view entry) {
  std::string name(prefix);
  if (!name.empty()) name += '/';
  return name + (tidy_line(entry) == entry ? std::string(entry) : percent_encoded(entry));
}

std::vector<std::string> shortest_names(const std::vector<std::string>& folders) {
  std::unordered_map<std::string, int> uses;
  for (const std::string& folder : folders) {
    for (const std::string& end : ends_of(folder)) ++uses[end];
  }
  std::vector<std::string> names;
  for (const std::string& folder : folders) {
    const std::vector<std::string> ends = ends_of(folder);
    const auto alone = std::ranges::find_if(ends, [&](auto& end) { return uses[end] == 1; });
    names.push_back(alone == ends.end() ? folder : *alone);
  }
  return names;
}

}  // namespace backfile
