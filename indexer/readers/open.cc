// The table that picks a reader for a file, by what it holds and how it is called.
#include "indexer/readers/open.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "indexer/readers/encoding.h"

namespace backfile {
namespace {

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

}  // namespace

const Reader* choose_reader(std::string_view bytes, std::string_view path) {
  if (!binary_kind(bytes).empty()) return nullptr;
  const std::string decoded =
      marked_encoding(bytes).empty() ? std::string() : to_utf8(bytes).value_or(std::string());
  const std::string_view head = decoded.empty() ? bytes : decoded;
  const std::string ending = lower_ending(path);
  const std::string_view text = without_mark_and_space(head);
  if (has_front_matter(text)) return &markdown_reader();
  const auto found = std::ranges::find(readers_by_ending, ending, &Ending::ending);
  if (found != readers_by_ending.end()) return &found->reader();
  if (is_page(text)) return &html_reader();
  if (is_one_of(endings_of_other_text, ending)) return nullptr;
  return is_json(text) ? &json_reader() : &scraped_reader();
}

bool holds_scraped_text(const SourceFile& file) {
  if (!file.refusal.empty()) return false;
  std::ifstream in(file.path, std::ios::binary);
  const std::string head = read_head(in);
  return !head.empty() && choose_reader(head, file.path) == &scraped_reader();
}

void read_file(const SourceFile& file, const Sink& sink) {
  if (!file.refusal.empty()) return sink.rejected({file.name, "", file.refusal});
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
