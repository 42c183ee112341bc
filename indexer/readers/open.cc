// The table that picks a reader, and the walk over directories.
#include "indexer/readers/open.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <utility>

#include "indexer/failure.h"
#include "indexer/readers/encoding.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_size = 8192;

struct Ending {
  std::string_view ending;  // in lower case
  const Reader& (*reader)();
};
constexpr std::array readers_by_ending = {
    Ending{".html", html_reader},      Ending{".htm", html_reader},
    Ending{".xhtml", html_reader},     Ending{".shtml", html_reader},
    Ending{".md", markdown_reader},    Ending{".markdown", markdown_reader},
    Ending{".mdown", markdown_reader}, Ending{".mkd", markdown_reader},
    Ending{".mdx", markdown_reader},   Ending{".qmd", markdown_reader},
    Ending{".json", json_reader},      Ending{".jsonl", json_reader},
    Ending{".ndjson", json_reader},
};

// Text, but no articles: data, settings, programs, and formats that nobody reads here yet.
constexpr std::array endings_of_other_text = {
    ".bib",  ".c",   ".cc",   ".cfg", ".cpp", ".csv",  ".h",  ".ini", ".java",
    ".lock", ".log", ".php",  ".ps",  ".py",  ".rb",   ".rs", ".rss", ".sh",
    ".sql",  ".tex", ".toml", ".tsv", ".xml", ".yaml", ".yml"};

// What belongs to a page and holds no story of its own.
constexpr std::array endings_of_assets = {
    ".avi",  ".avif", ".bmp",  ".css", ".eot",  ".flac",        ".gif",  ".ico", ".jpeg", ".jpg",
    ".js",   ".less", ".m4a",  ".m4v", ".map",  ".mjs",         ".mkv",  ".mov", ".mp3",  ".mp4",
    ".mpeg", ".mpg",  ".ogg",  ".otf", ".png",  ".scss",        ".svg",  ".swf", ".tif",  ".tiff",
    ".ts",   ".ttf",  ".wasm", ".wav", ".webm", ".webmanifest", ".webp", ".wmv", ".woff", ".woff2"};

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

template <std::size_t size>
bool is_one_of(const std::array<const char*, size>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word, {},
                                    [](const char* s) { return std::string_view(s); });
}

bool begins(std::string_view text, std::string_view word) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

std::string_view without_mark_and_space(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  return head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
}

bool is_page(std::string_view head) {
  if (begins(head, "<?xml")) return head.find("<html") != std::string_view::npos;
  return begins(head, "<!doctype html") || begins(head, "<html") || begins(head, "<head");
}

// The fence of front matter, and a name behind it.
bool has_front_matter(std::string_view head) {
  for (const std::string_view fence : {"---\n", "---\r\n", "+++\n", "+++\r\n"}) {
    if (!head.starts_with(fence)) continue;
    const std::string_view line = head.substr(fence.size(), head.find('\n', fence.size()));
    return line.find_first_of(":=") != std::string_view::npos;
  }
  return false;
}

bool is_json(std::string_view head) {
  if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
  const std::string_view inside = without_mark_and_space(head.substr(1));
  return inside.starts_with('"') || (head[0] == '[' && inside.starts_with('{'));
}

std::string read_head(std::istream& in) {
  std::string head(head_size, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head;
}

// A file or directory as the system knows it, whatever it is called.
using Identity = std::pair<dev_t, ino_t>;

class Walk {
 public:
  // Throws for what does not exist: that is a slip at the keyboard, not a bad article.
  void add_source(const std::string& source) {
    struct stat status {};
    if (::stat(source.c_str(), &status) != 0) {
      throw Failure(Exit::unreadable, "cannot read " + source + ": " + std::strerror(errno) +
                                          "; name a file or a folder of articles");
    }
    fs::path path(source);
    if (!S_ISDIR(status.st_mode)) return add_file(path, path.filename().string(), status);
    add_directory(path, "", status);
    while (!waiting_.empty()) {
      const auto [directory, name] = std::move(waiting_.back());
      waiting_.pop_back();
      read_directory(directory, name);
    }
  }

  // Names that two sources share are told apart by the path as it was given.
  std::vector<SourceFile> files() && {
    std::map<std::string, int> uses;
    for (const SourceFile& file : files_) ++uses[file.name];
    for (SourceFile& file : files_) {
      if (uses[file.name] > 1) file.name = fs::path(file.path).lexically_normal().string();
    }
    return std::move(files_);
  }

 private:
  using Named = std::pair<fs::path, std::string>;

  void add_file(const fs::path& path, std::string name, const struct stat& status) {
    if (!S_ISREG(status.st_mode) || !seen_.insert({status.st_dev, status.st_ino}).second) return;
    files_.push_back({path.string(), std::move(name), static_cast<std::uint64_t>(status.st_size)});
  }

  void add_directory(const fs::path& path, std::string name, const struct stat& status) {
    if (seen_.insert({status.st_dev, status.st_ino}).second) waiting_.push_back({path, name});
  }

  // Files first, then the directories, each in the order of their names. A directory that may not
  // be read is a file without content: it is listed, and rejected when it is opened.
  void read_directory(const fs::path& directory, const std::string& name) {
    std::vector<std::string> entries;
    std::error_code error;
    for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
      entries.push_back(entry->path().filename().string());
    }
    if (error) files_.push_back({directory.string(), name.empty() ? directory.string() : name, 0});
    std::ranges::sort(entries);
    const std::size_t first = waiting_.size();
    for (const std::string& entry : entries) {
      if (entry.starts_with('.') || is_one_of(endings_of_assets, lower_ending(entry))) continue;
      struct stat status {};
      if (::stat((directory / entry).c_str(), &status) != 0) continue;  // a link to nowhere
      std::string below = name.empty() ? entry : name + '/' + entry;
      if (S_ISDIR(status.st_mode)) {
        add_directory(directory / entry, std::move(below), status);
      } else {
        add_file(directory / entry, std::move(below), status);
      }
    }
    std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(first), waiting_.end());
  }

  std::vector<SourceFile> files_;
  std::vector<Named> waiting_;
  std::set<Identity> seen_;
};

}  // namespace

const Reader* choose_reader(std::string_view head, std::string_view path) {
  if (!binary_kind(head).empty()) return nullptr;
  const std::string ending = lower_ending(path);
  const std::string_view text = without_mark_and_space(head);
  if (has_front_matter(text)) return &markdown_reader();
  const auto found = std::ranges::find(readers_by_ending, ending, &Ending::ending);
  if (found != readers_by_ending.end()) return &found->reader();
  if (is_page(text)) return &html_reader();
  if (is_one_of(endings_of_other_text, ending)) return nullptr;
  return is_json(text) ? &json_reader() : &scraped_reader();
}

std::vector<SourceFile> list_files(const std::vector<std::string>& sources) {
  Walk walk;
  for (const std::string& source : sources) walk.add_source(source);
  std::vector<SourceFile> files = std::move(walk).files();
  if (files.empty()) {
    throw Failure(Exit::unreadable, "there is no article to read in " +
                                        (sources.empty() ? "no sources" : sources.front()) +
                                        "; name a file or a folder of articles");
  }
  return files;
}

bool holds_scraped_text(const SourceFile& file) {
  std::ifstream in(file.path, std::ios::binary);
  const std::string head = read_head(in);
  return !head.empty() && choose_reader(head, file.path) == &scraped_reader();
}

void read_file(const SourceFile& file, const Sink& sink) {
  errno = 0;
  std::ifstream in(file.path, std::ios::binary);
  const std::string head = read_head(in);
  if (!in.is_open() || in.bad()) {
    sink.rejected({file.name, "", std::string("it cannot be opened: ") + std::strerror(errno)});
    return;
  }
  if (head.empty()) {
    sink.rejected({file.name, "", "an empty file"});
    return;
  }
  if (const Reader* reader = choose_reader(head, file.path)) {
    in.clear();
    in.seekg(0);
    reader->read(in, file.name, sink);
    return;
  }
  const std::string_view kind = binary_kind(head);
  sink.rejected({file.name, "",
                 kind.empty() ? "not a format that articles are read from"
                              : std::string(kind) + ", not text"});
}

}  // namespace backfile
