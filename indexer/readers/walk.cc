// Directories in the order of names, each thing once, links only within the sources.
#include "indexer/readers/walk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "indexer/failure.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// What belongs to a page and holds no story of its own.
constexpr std::array endings_of_assets = {
    ".avi",  ".avif", ".bmp",  ".css", ".eot",  ".flac",        ".gif",  ".ico", ".jpeg", ".jpg",
    ".js",   ".less", ".m4a",  ".m4v", ".map",  ".mjs",         ".mkv",  ".mov", ".mp3",  ".mp4",
    ".mpeg", ".mpg",  ".ogg",  ".otf", ".png",  ".scss",        ".svg",  ".swf", ".tif",  ".tiff",
    ".ts",   ".ttf",  ".wasm", ".wav", ".webm", ".webmanifest", ".webp", ".wmv", ".woff", ".woff2"};

// What editors, patches and their like keep of a file beside it.
constexpr std::array endings_of_backups = {".bak", ".orig", ".rej", ".swo", ".swp"};

bool is_backup(std::string_view name, std::string_view ending) {
  return name.ends_with('~') || (name.starts_with('#') && name.ends_with('#')) ||
         std::ranges::find(endings_of_backups, ending) != endings_of_backups.end();
}

bool is_passed_over(const std::string& name) {
  const std::string ending = lower_ending(name);
  return name.starts_with('.') || is_backup(name, ending) ||
         std::ranges::binary_search(endings_of_assets, std::string_view(ending), {},
                                    [](const char* asset) { return std::string_view(asset); });
}

// The number of a file that is open already; nothing for other sources.
std::optional<int> open_descriptor(std::string_view source) {
  if (source == "-" || source == "/dev/stdin") return STDIN_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!source.starts_with(folder)) continue;
    const std::string_view digits = source.substr(folder.size());
    int number = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (whole && ::fcntl(number, F_GETFD) != -1) return number;
  }
  return std::nullopt;
}

// Why a file that is none of the usual kind is not read; opening it might never return.
std::string refusal_of_kind(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISFIFO(mode)) return "a named pipe, not a file";
  return S_ISSOCK(mode) ? "a socket, not a file" : "a device, not a file";
}

// A file or directory as the system knows it, whatever it is called.
using Identity = std::pair<dev_t, ino_t>;

class Walk {
 public:
  // Throws for what does not exist: that is a slip at the keyboard, not a bad article.
  explicit Walk(const std::vector<std::string>& sources) {
    for (const std::string& source : sources) {
      if (open_descriptor(source)) continue;
      struct stat status {};
      if (::stat(source.c_str(), &status) != 0) {
        throw Failure(Exit::unreadable, "cannot read " + source + ": " + std::strerror(errno) +
                                            "; name a file or a folder of articles");
      }
      std::error_code error;  // a shell's <(command) is a link to something without a path
      if (fs::path root = fs::canonical(source, error); !error) roots_.push_back(std::move(root));
    }
  }

  void add_source(const std::string& source) {
    if (const auto descriptor = open_descriptor(source)) return add_open(source, *descriptor);
    const fs::path path(source);
    const fs::path name = path.filename().empty() ? path.parent_path().filename() : path.filename();
    struct stat status {};
    if (::stat(source.c_str(), &status) != 0) return refuse(path, name, std::strerror(errno));
    if (!S_ISDIR(status.st_mode)) return add_file(path, name, status);
    add_directory(path, "", status);
    while (!waiting_.empty()) {
      const auto [directory, below] = std::move(waiting_.back());
      waiting_.pop_back();
      read_directory(directory, below);
    }
  }

  // Names that two sources share are told apart by the path as it was given.
  Listing listing() && {
    std::map<std::string, int> uses;
    for (const SourceFile& file : found_.files) ++uses[file.name];
    for (SourceFile& file : found_.files) {
      if (uses[file.name] > 1) file.name = fs::path(file.path).lexically_normal().string();
    }
    return std::move(found_);
  }

 private:
  using Named = std::pair<fs::path, std::string>;

  void refuse(const fs::path& path, std::string name, std::string reason) {
    found_.files.push_back({path.string(), std::move(name), 0, std::move(reason)});
  }

  // Read as it comes, whatever kind of file it is. Articles are called after it, as in "stdin:12".
  void add_open(const std::string& source, int descriptor) {
    const bool is_standard_input = descriptor == STDIN_FILENO;
    if (!open_.insert(descriptor).second) {
      throw Failure(Exit::usage, (is_standard_input ? "standard input" : source) +
                                     " can be read only once; name it once");
    }
    struct stat status {};
    const bool has_size = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const auto bytes = has_size ? static_cast<std::uint64_t>(status.st_size) : 0;
    const std::string name = is_standard_input ? "stdin" : "fd" + std::to_string(descriptor);
    found_.files.push_back({source, name, bytes, {}, descriptor});
  }

  void add_file(const fs::path& path, std::string name, const struct stat& status) {
    if (!seen_.insert({status.st_dev, status.st_ino}).second) return;
    std::string refusal = refusal_of_kind(status.st_mode);
    const auto bytes = refusal.empty() ? static_cast<std::uint64_t>(status.st_size) : 0;
    found_.files.push_back({path.string(), std::move(name), bytes, std::move(refusal)});
  }

  void add_directory(const fs::path& path, std::string name, const struct stat& status) {
    if (seen_.insert({status.st_dev, status.st_ino}).second) waiting_.push_back({path, name});
  }

  // Why a link is not followed; empty if it is.
  std::string refusal_of_link(const fs::path& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) return "a link that leads to nothing: " + error.message();
    const bool inside = std::ranges::any_of(roots_, [&](const fs::path& root) {
      return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first ==
             root.end();
    });
    return inside ? ""
                  : "a link that leads out of the folder; name its target as a source to read it";
  }

  void add_entry(const fs::path& path, std::string name) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
      return refuse(path, name, std::string("it cannot be opened: ") + std::strerror(errno));
    if (S_ISLNK(status.st_mode)) {
      if (std::string reason = refusal_of_link(path); !reason.empty())
        return refuse(path, name, std::move(reason));
      if (::stat(path.c_str(), &status) != 0)
        return refuse(path, name, "a link that leads to nothing");
    }
    S_ISDIR(status.st_mode) ? add_directory(path, std::move(name), status)
                            : add_file(path, std::move(name), status);
  }

  // Files first, then the directories, each in the order of their names. A directory that may not
  // be read is listed like a file without content.
  void read_directory(const fs::path& directory, const std::string& name) {
    std::vector<std::string> entries;
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
      entries.push_back(entry->path().filename().string());
    }
    if (error) {
      refuse(directory, name.empty() ? directory.string() : name,
             "it cannot be opened: " + error.message());
    }
    std::ranges::sort(entries);
    const std::size_t first = waiting_.size();
    for (const std::string& entry : entries) {
      if (is_passed_over(entry)) {
        ++found_.passed_over;
      } else {
        add_entry(directory / entry, name.empty() ? entry : name + '/' + entry);
      }
    }
    std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(first), waiting_.end());
  }

  std::vector<fs::path> roots_;
  Listing found_;
  std::vector<Named> waiting_;
  std::set<Identity> seen_;
  std::set<int> open_;  // descriptors among the sources
};

}  // namespace

std::string lower_ending(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  std::string ending(dot == std::string_view::npos || dot == 0 ? "" : name.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return ending;
}

Listing list_files(const std::vector<std::string>& sources) {
  Walk walk(sources);
  for (const std::string& source : sources) walk.add_source(source);
  Listing listing = std::move(walk).listing();
  if (listing.files.empty()) {
    throw Failure(Exit::unreadable, "there is no article to read in " +
                                        (sources.empty() ? "no sources" : sources.front()) +
                                        "; name a file or a folder of articles");
  }
  return listing;
}

}  // namespace backfile
