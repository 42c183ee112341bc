// The directive is specified at https://wicg.github.io/scroll-to-text-fragment.
#include "query/fragment.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t context_runs = 3;
constexpr std::size_t opening_runs = 6;
// In code points: longer context is left out, longer quotations are named by their two ends.
constexpr std::size_t longest_context = 40;
constexpr std::size_t longest_quotation = 60;

// Punctuation at which words end in scripts without spaces, too. No apostrophes: they may be
// letters.
constexpr std::string_view marks_beyond_ascii[] = {
    "。", "，", "、", "！", "？", "；", "：", "「", "」", "『", "』", "（", "）", "《", "》",
    "〈", "〉", "…",  "“",  "”",  "«",  "»",  "—",  "–",  "¿",  "¡",  "،",  "؛",  "؟",  "।"};

std::size_t mark_beyond_ascii_at(std::string_view text, std::size_t offset) {
  for (const std::string_view mark : marks_beyond_ascii) {
    if (text.substr(offset).starts_with(mark)) return mark.size();
  }
  return 0;
}

// How many bytes at `offset` part two runs of text.
std::size_t edge_at(std::string_view text, std::size_t offset) {
  return text[offset] == ' ' ? 1 : mark_beyond_ascii_at(text, offset);
}

bool is_letter_at(std::string_view text, std::size_t offset) {
  const char c = text[offset];
  if (static_cast<unsigned char>(c) >= 0x80) return mark_beyond_ascii_at(text, offset) == 0;
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether letters meet at `offset`, so that a browser would not see the edge of a word there.
bool is_inside_letters(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return false;
  return is_letter_at(text, code_point_floor(text, offset - 1)) && is_letter_at(text, offset);
}

// Runs of text between edges.
std::vector<Range> runs_of(std::string_view text) {
  std::vector<Range> runs;
  bool open = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t edge = edge_at(text, i);
    if (edge == 0 && !open) runs.push_back({static_cast<std::uint32_t>(i), 0});
    open = edge == 0;
    i += std::max<std::size_t>(edge, 1);
    if (open) runs.back().end = static_cast<std::uint32_t>(i);
  }
  return runs;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return out;
}

class Fragment {
 public:
  explicit Fragment(const Snippet& snippet) : text_(snippet.text), runs_(runs_of(text_)) {
    if (runs_.empty()) return;
    if (snippet.marks.empty()) {
      start_ = end_ = {runs_.front().begin, runs_[std::min(runs_.size(), opening_runs) - 1].end};
      return;
    }
    start_ = to_edges(snippet.marks.front());
    end_ = to_edges(snippet.marks.back());
    const Range all{start_.begin, end_.end};
    if (length(all) <= longest_quotation) {
      start_ = end_ = all;
    } else if (start_ == end_) {
      start_ = behind(all.begin);
      end_ = before(all.end);
    }
    if (encoded(start_).empty() || encoded(end_).empty())
      start_ = end_ = quotable(snippet.marks.front());
  }

  std::string value() const {
    if (runs_.empty()) return {};
    const Range prefix = before(start_.begin), suffix = behind(end_.end);
    std::string value;
    if (prefix.begin < prefix.end) value.append(encoded(prefix)).append("-,");
    value.append(encoded(start_));
    if (start_ != end_) value.append(",").append(encoded(end_));
    if (suffix.begin < suffix.end) value.append(",-").append(encoded(suffix));
    return value;
  }

 private:
  // Browsers look for whole words: in scripts without spaces, for all between two edges.
  Range to_edges(Range mark) const {
    for (const Range run : runs_) {
      const auto cuts = [&](std::uint32_t offset) {
        return run.begin < offset && offset < run.end && is_inside_letters(text_, offset);
      };
      if (cuts(mark.begin)) mark.begin = run.begin;
      if (cuts(mark.end)) mark.end = run.end;
    }
    return mark;
  }

  // A run without end, as in scripts without spaces: what is marked, if not too long itself.
  Range quotable(Range mark) const {
    while (length(mark) > longest_quotation) {
      mark.end = static_cast<std::uint32_t>(code_point_floor(text_, mark.end - 1));
    }
    return mark;
  }

  // A few runs up to an offset or from it on, with the punctuation between; none where even the
  // nearest is too long.
  Range before(std::uint32_t offset) const {
    Range range{offset, offset};
    std::size_t count = 0;
    for (auto run = runs_.rbegin(); run != runs_.rend() && count < context_runs; ++run) {
      if (run->end > offset) continue;
      if (length({run->begin, offset}) > longest_context) break;
      range.begin = run->begin;
      ++count;
    }
    return range;
  }

  Range behind(std::uint32_t offset) const {
    Range range{offset, offset};
    std::size_t count = 0;
    for (auto run = runs_.begin(); run != runs_.end() && count < context_runs; ++run) {
      if (run->begin < offset) continue;
      if (length({offset, run->end}) > longest_context) break;
      range.end = run->end;
      ++count;
    }
    return range;
  }

  std::size_t length(Range range) const {
    return code_point_length(text_.substr(range.begin, range.end - range.begin));
  }

  std::string encoded(Range range) const {
    std::string_view text = text_.substr(range.begin, range.end - range.begin);
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return percent_encoded(text);
  }

  std::string_view text_;
  std::vector<Range> runs_;
  Range start_, end_;
};

}  // namespace

std::string text_fragment(const Snippet& snippet) {
  return Fragment(snippet).value();
}

std::string passage_fragment(const Snippet& snippet) {
  const std::string value = snippet.marks.empty() ? std::string() : text_fragment(snippet);
  return value.empty() ? value : ":~:text=" + value;
}

}  // namespace backfile
