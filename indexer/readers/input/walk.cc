// Directories in the order of names, each thing once, links only within the sources.
#include "indexer/readers/input/walk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <set>
#include <unordered_map>
#include <utility>

#include "indexer/base/failure.h"
#include "indexer/readers/input/unpack.h"

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

bool is_hidden(std::string_view name) {
  return name.starts_with('.');
}

// Of files alone: a folder called 2014.bak may hold an archive.
bool is_file_passed_over(const std::string& name) {
  const std::string ending = lower_ending(name);
  return is_backup(name, ending) ||
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

class Walk {
 public:
  // Throws for what does not exist: that is a slip at the keyboard, not a bad article.
  Walk(const std::vector<std::string>& sources, const std::vector<SourceName>& names)
      : names_(names) {
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
    const int unknown = ::stat(source.c_str(), &status) == 0 ? 0 : errno;
    const bool folder = unknown == 0 && S_ISDIR(status.st_mode);
    const fs::path around = folder ? path : path.has_parent_path() ? path.parent_path() : ".";
    std::error_code error;
    const fs::path whole = fs::canonical(around, error);
    folders_.push_back((error ? around : whole).string());
    auto [prefix, called] = names_.around(around.string());
    if (unknown != 0) return refuse({path, name.string(), {}}, std::strerror(unknown));
    if (!folder) {
      return add_file({path, name_below(prefix, name.string()), std::move(called)}, status);
    }
    add_directory({path, std::move(prefix), std::move(called)}, status);
    while (!waiting_.empty()) {
      const Place directory = std::move(waiting_.back());
      waiting_.pop_back();
      read_directory(directory);
    }
  }

  // Names that files in several sources share get the end of the source's path in front, however
  // the sources were given; what then is still alike is called by its whole path.
  Listing listing() && {
    std::vector<std::string> folders = folders_;
    std::ranges::sort(folders);
    folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
    const std::vector<std::string> labels = shortest_names(folders);
    rename_shared([&](const SourceFile& file, std::size_t source) {
      const auto folder = std::ranges::lower_bound(folders, folders_[source]) - folders.begin();
      return name_below(labels[static_cast<std::size_t>(folder)], "") + file.name;
    });
    rename_shared([](const SourceFile& file, std::size_t) {
      std::error_code error;
      const fs::path whole = fs::canonical(file.path, error);
      return (error ? fs::absolute(file.path).lexically_normal() : whole).string();
    });
    return std::move(found_);
  }

 private:
  // A file or directory that was come upon.
  struct Place {
    fs::path path;
    std::string name;    // of a file; what the names begin with in a directory
    std::string source;  // the name in force there
  };

  template <typename NewName>
  void rename_shared(const NewName& new_name) {
    std::unordered_map<std::string, int> uses;
    for (const SourceFile& file : found_.files) ++uses[file.name];
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
      SourceFile& file = found_.files[i];
      if (uses[file.name] > 1) file.name = new_name(file, source_of_[i]);
    }
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
    folders_.push_back(source);
    add({source, name, bytes, {}, descriptor, {}});
  }

  void add(SourceFile file) {
    found_.files.push_back(std::move(file));
    source_of_.push_back(folders_.size() - 1);
  }

  void refuse(Place place, std::string reason) {
    add({place.path.string(), std::move(place.name), 0, std::move(reason), {}, place.source});
  }

  void add_file(Place place, const struct stat& status) {
    if (!seen_.insert({status.st_dev, status.st_ino}).second) return;
    if (const std::string_view own = names_.of(status.st_dev, status.st_ino); !own.empty()) {
      place.source = own;
      place.name = name_below(own, place.path.filename().string());
    }
    std::string refusal = refusal_of_kind(status.st_mode);
    const auto bytes = refusal.empty() ? static_cast<std::uint64_t>(status.st_size) : 0;
    add({place.path.string(), std::move(place.name), bytes, std::move(refusal), {}, place.source});
  }

  void add_directory(Place place, const struct stat& status) {
    if (!seen_.insert({status.st_dev, status.st_ino}).second) return;
    if (const std::string_view own = names_.of(status.st_dev, status.st_ino); !own.empty()) {
      place.name = place.source = own;
    }
    waiting_.push_back(std::move(place));
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

  void add_entry(Place place) {
    struct stat status {};
    if (::lstat(place.path.c_str(), &status) != 0)
      return refuse(std::move(place), std::string("it cannot be opened: ") + std::strerror(errno));
    if (S_ISLNK(status.st_mode)) {
      if (std::string reason = refusal_of_link(place.path); !reason.empty())
        return refuse(std::move(place), std::move(reason));
      if (::stat(place.path.c_str(), &status) != 0)
        return refuse(std::move(place), "a link that leads to nothing");
    }
    S_ISDIR(status.st_mode) ? add_directory(std::move(place), status)
                            : add_file(std::move(place), status);
  }

  // Files first, then the directories, each in the order of their names. A directory that may not
  // be read is listed like a file without content.
  void read_directory(const Place& directory) {
    std::vector<std::string> entries;
    std::error_code error;
    for (fs::directory_iterator entry(directory.path, error), end; !error && entry != end;
         entry.increment(error)) {
      entries.push_back(entry->path().filename().string());
    }
    if (error) {
      const bool unnamed = directory.name.empty();
      refuse({directory.path, unnamed ? directory.path.string() : directory.name, {}},
             "it cannot be opened: " + error.message());
    }
    std::ranges::sort(entries);
    const std::size_t first = waiting_.size();
    for (const std::string& entry : entries) {
      std::error_code none;
      if (is_hidden(entry) ||
          (is_file_passed_over(entry) && !fs::is_directory(directory.path / entry, none))) {
        ++found_.passed_over;
      } else {
        add_entry({directory.path / entry, name_below(directory.name, entry), directory.source});
      }
    }
    std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(first), waiting_.end());
  }

  SourceNames names_;
  std::vector<fs::path> roots_;
  std::vector<std::string> folders_;  // of the sources: themselves, or where a file lies
  Listing found_;
  std::vector<std::size_t> source_of_;  // for each file found, its number among folders_
  std::vector<Place> waiting_;
  std::set<std::pair<dev_t, ino_t>> seen_;
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

std::string unpacked_ending(std::string_view path) {
  return lower_ending(unpacked_name(path));
}

bool is_page_ending(std::string_view ending) {
  constexpr std::array<std::string_view, 4> endings = {".html", ".htm", ".xhtml", ".shtml"};
  return std::ranges::find(endings, ending) != endings.end();
}

Listing list_files(const std::vector<std::string>& sources, const std::vector<SourceName>& names) {
  Walk walk(sources, names);
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
