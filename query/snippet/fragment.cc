// The directive is specified at https://wicg.github.io/scroll-to-text-fragment. A snippet may be a
// paragraph of megabytes and its mark as long: only text near the first mark is ever looked at.
#include "query/snippet/fragment.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t context_runs = 3;
constexpr std::size_t opening_runs = 6;
// In code points. Longer context is left out; longer quotations are named by their two ends; a
// longer stretch from one end to the other is not named at all, as marking it shows no passage.
constexpr std::size_t longest_context = 40;
constexpr std::size_t longest_quotation = 60;
constexpr std::size_t longest_stretch = 300;
// How much text is looked at around a stretch: a run that reaches further is too long to be quoted,
// and too long to be context, wherever it ends.
constexpr std::size_t margin = longest_quotation + longest_context + 1;

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

// How many bytes at `offset` separate two runs of text.
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

// The end of `count` code points that begin at `offset`, or the end of the text.
std::uint32_t ahead(std::string_view text, std::size_t offset, std::size_t count) {
  while (count-- > 0 && offset < text.size()) {
    ++offset;
    while (offset < text.size() && code_point_floor(text, offset) != offset) ++offset;
  }
  return static_cast<std::uint32_t>(offset);
}

// The beginning of `count` code points that end at `offset`, or the beginning of the text.
std::uint32_t back(std::string_view text, std::size_t offset, std::size_t count) {
  while (count-- > 0 && offset > 0) offset = code_point_floor(text, offset - 1);
  return static_cast<std::uint32_t>(offset);
}

// The runs between edges in a part of the text.
std::vector<Range> runs_of(std::string_view text, Range part) {
  std::vector<Range> runs;
  bool open = false;
  for (std::size_t i = part.begin; i < part.end;) {
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
  explicit Fragment(const Snippet& snippet) : text_(snippet.text) {
    if (snippet.marks.empty()) {
      name_opening();
    } else {
      name_marks(snippet.marks.front(), snippet.marks.back());
    }
  }

  std::string value() const {
    if (is_blank(start_)) return {};
    const Range prefix = before(start_.begin), suffix = behind(end_.end);
    std::string value;
    if (!is_blank(prefix)) value.append(encoded(prefix)).append("-,");
    value.append(encoded(start_));
    if (start_ != end_) value.append(",").append(encoded(end_));
    if (!is_blank(suffix)) value.append(",-").append(encoded(suffix));
    return value;
  }

 private:
  void look_around(Range stretch) {
    runs_ = runs_of(text_, {back(text_, stretch.begin, margin), ahead(text_, stretch.end, margin)});
  }

  void name_opening() {
    look_around({0, ahead(text_, 0, longest_stretch)});
    if (runs_.empty()) return;
    start_ = behind(runs_.front().begin, opening_runs, longest_quotation);
    if (is_blank(start_)) start_ = quotable(runs_.front());
    end_ = start_;
  }

  // Names all marks if together they are a passage, or else only the first one or its beginning.
  void name_marks(Range first, Range last) {
    const std::uint32_t reach = ahead(text_, first.begin, longest_stretch);
    first.end = std::min(first.end, reach);
    if (last.end > reach) last = first;
    look_around({first.begin, last.end});
    if (runs_.empty()) return;
    name_ends(to_edges(first), to_edges(last));
    if (is_blank(start_)) start_ = end_ = quotable(first);
    if (is_blank(end_)) end_ = start_;
  }

  // Names a stretch by its two ends. Browsers look for the end behind the start, so two ends that
  // share a word would find nothing; such ends, and those with nothing between them, are quoted as
  // one text.
  void name_ends(Range first, Range last) {
    const Range all{first.begin, last.end};
    start_ = length(first) <= longest_quotation ? first : behind(all.begin);
    end_ = length(last) <= longest_quotation ? last : before(all.end);
    const bool apart = start_.end + 1 < end_.begin;
    const bool named = !is_blank(start_) && !is_blank(end_);
    if (length(all) <= longest_quotation || (named && !apart)) start_ = end_ = all;
  }

  // Widens a mark to whole words, which are all that browsers find; in scripts without spaces, to
  // everything between two edges.
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

  // For an endless run, as in scripts without spaces: the mark or its beginning, up to the end of a
  // word if one can be seen, since browsers do not find parts of words.
  Range quotable(Range mark) const {
    const std::uint32_t limit = ahead(text_, mark.begin, longest_quotation);
    if (mark.end <= limit) return mark;
    mark.end = limit;
    while (mark.begin < mark.end && is_inside_letters(text_, mark.end)) {
      mark.end = back(text_, mark.end, 1);
    }
    return is_blank(mark) ? Range{mark.begin, limit} : mark;
  }

  // A few runs before or behind an offset, with the punctuation between them; empty if even the
  // nearest run is too long.
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

  Range behind(std::uint32_t offset, std::size_t most_runs = context_runs,
               std::size_t longest = longest_context) const {
    Range range{offset, offset};
    std::size_t count = 0;
    for (auto run = runs_.begin(); run != runs_.end() && count < most_runs; ++run) {
      if (run->begin < offset) continue;
      if (length({offset, run->end}) > longest) break;
      range.end = run->end;
      ++count;
    }
    return range;
  }

  std::size_t length(Range range) const { return code_point_length(slice(text_, range)); }

  std::string_view trimmed(Range range) const {
    std::string_view text = slice(text_, range);
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  bool is_blank(Range range) const { return trimmed(range).empty(); }
  std::string encoded(Range range) const { return percent_encoded(trimmed(range)); }

  std::string_view text_;
  std::vector<Range> runs_;  // near what is named
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
