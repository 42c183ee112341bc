// The table that picks a reader for a file, by what it holds and how it is called.
#include "indexer/readers/open.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <utility>

#include "indexer/readers/common/identity.h"
#include "indexer/readers/html/html_reader.h"
#include "indexer/readers/input/encoding.h"
#include "indexer/readers/input/input.h"
#include "indexer/readers/json/json_reader.h"
#include "indexer/readers/markdown/markdown_reader.h"
#include "indexer/readers/scraped/scraped_reader.h"
#include "indexer/text/ascii.h"

namespace backfile {
namespace {

struct Ending {
  std::string_view ending;  // in lower case
  const Reader& (*reader)();
};
constexpr std::array readers_by_ending = {
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
  const auto lower = [](char c) { return ascii_lowered(c); };
  return std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

std::string_view without_mark_and_space(std::string_view head) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  for (;;) {
    head = head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    if (!head.starts_with(mark)) return head;
    head.remove_prefix(mark.size());
  }
}

bool is_page(std::string_view head) {
  if (begins(head, "<?xml")) return head.find("<html") != std::string_view::npos;
  return begins(head, "<!doctype html") || begins(head, "<html") || begins(head, "<head");
}

// ".. title: Tide", which Nikola may have in a comment.
bool has_dotted_field(std::string_view head) {
  if (head.starts_with("<!--")) head = without_mark_and_space(head.substr(4));
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  const std::size_t colon = line.find(": ");
  return line.starts_with(".. ") && colon != line.npos &&
         line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", 3) == colon;
}

// The fence of front matter, and a name behind it; comments may stand before it.
bool has_front_matter(std::string_view head) {
  while (!has_dotted_field(head) && head.starts_with("<!--") && head.find("-->") != head.npos)
    head = without_mark_and_space(head.substr(head.find("-->") + 3));
  if (has_dotted_field(head)) return true;
  const std::string_view fence = head.substr(0, 3);
  if (fence != "---" && fence != "+++") return false;
  const std::size_t end = std::min(head.find_first_of("\r\n"), head.size());
  if (head.substr(3, end - 3).find_first_not_of(" \t") != head.npos || end == head.size())
    return false;
  const std::string_view below = head.substr(end + (head.substr(end).starts_with("\r\n") ? 2 : 1));
  return below.substr(0, below.find_first_of("\r\n")).find_first_of(":=") != below.npos;
}

bool is_json(std::string_view head) {
  if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
  const std::string_view inside = without_mark_and_space(head.substr(1));
  return inside.starts_with('"') || (head[0] == '[' && inside.starts_with('{'));
}

using Counter = std::shared_ptr<std::atomic<std::size_t>>;  // of articles found

// Where the bytes end too early, what a reader makes of the last of them is not the article that
// was meant: a file of one article is dropped; of a file of many, only the complaints about its
// end.
Sink guarded(const std::function<bool()>& is_whole, bool of_many, const Counter& found,
             const Sink& sink) {
  Sink guard{[=, &sink](Found&& one) {
               if (!of_many && !is_whole()) return;
               ++*found;
               sink.found(std::move(one));
             },
             [=, &sink](Rejected&& one) {
               if (is_whole() || (of_many && one.kept)) sink.rejected(std::move(one));
             },
             sink.explain};
  if (!sink.later) return guard;
  guard.later = [=, &sink](Sink::Work work, std::size_t bytes) {
    const auto was_whole = [whole = is_whole()] { return whole; };
    sink.later([=, work = std::move(work)](
                   const Sink& there) { work(guarded(was_whole, of_many, found, there)); },
               bytes);
  };
  return guard;
}

// Settles the identity of all that passes. Scraped text waits for its story to be found.
Sink settling(const SourceFile& file, const Sink& sink) {
  const auto assign = [&](Found&& found) {
    if (found.lines.empty()) {
      assign_identity(found.article, {file.name, file.source}, found.declares_id);
    } else if (found.article.source.empty()) {
      found.article.source = file.source;
    }
    sink.found(std::move(found));
  };
  Sink settled{assign, sink.rejected, sink.explain, {}, sink.in_turn};
  if (!sink.later) return settled;
  settled.later = [&](Sink::Work work, std::size_t bytes) {
    sink.later([&file, work = std::move(work)](const Sink& there) { work(settling(file, there)); },
               bytes);
  };
  return settled;
}

// Of a file whose bytes end too early, behind all that was found in it.
void report_fault(const std::string& name, const std::string& fault, const Counter& found,
                  const Sink& sink) {
  const auto report = [=](const Sink& there) {
    const std::string place = *found == 0 ? "" : "after article " + std::to_string(*found);
    there.rejected({name, place, fault});
  };
  sink.in_turn ? sink.in_turn(report) : report(sink);
}

}  // namespace

const Reader* choose_reader(std::string_view bytes, std::string_view path) {
  if (!binary_kind(bytes).empty()) return nullptr;
  const std::string decoded =
      marked_encoding(bytes).empty() ? std::string() : to_utf8(bytes).value_or(DecodedText()).text;
  const std::string_view head = decoded.empty() ? bytes : decoded;
  const std::string ending = lower_ending(path);
  const std::string_view text = without_mark_and_space(head);
  if (has_front_matter(text)) return &markdown_reader();
  if (is_page_ending(ending)) return &html_reader();
  const auto found = std::ranges::find(readers_by_ending, ending, &Ending::ending);
  if (found != readers_by_ending.end()) return &found->reader();
  if (is_page(text)) return &html_reader();
  if (is_one_of(endings_of_other_text, ending)) return nullptr;
  if (is_json(text)) return &json_reader();
  // What comes through a pipe has no name to go by.
  return ending.empty() && text.starts_with("# ") ? &markdown_reader() : &scraped_reader();
}

void read_file(const SourceFile& file, const Sink& given) {
  const Sink sink = settling(file, given);
  if (!file.refusal.empty()) return sink.rejected({file.name, "", file.refusal});
  Input input(file);
  const std::string& head = input.head();
  if (head.empty()) {
    if (input.fault().empty()) input.stream().peek();
    const std::string fault = input.fault();
    sink.rejected({file.name, "", fault.empty() ? "an empty file" : fault});
    return;
  }
  if (const Reader* reader = choose_reader(head, input.name())) {
    const auto found = std::make_shared<std::atomic<std::size_t>>(0);
    const auto is_whole = [&] { return input.fault().empty(); };
    reader->read(input.stream(), file.name, guarded(is_whole, reader->holds_many(), found, sink));
    if (!is_whole()) report_fault(file.name, input.fault(), found, sink);
    return;
  }
  const std::string_view kind = binary_kind(head);
  sink.rejected(
      {file.name, "", kind.empty() ? "not a format that articles are read from" : not_text(kind)});
}

}  // namespace backfile
