// Finds the marks within the cut, then copies the text piece by piece, cleaned up, and notes where
// each mark lands.
#include "query/snippet/render_snippet.h"

#include <algorithm>
#include <utility>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// The size of a control character at `offset`; 0 for any other. Controls separate words for the
// analyzer, so they are shown as spaces.
std::size_t control_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x20 || byte == 0x7F) return 1;
  if (byte != 0xC2 || offset + 1 == text.size()) return 0;
  return static_cast<unsigned char>(text[offset + 1]) < 0xA0 ? 2 : 0;
}

// Whether a space follows, possibly behind a comma at the cut.
bool space_follows(std::string_view text) {
  constexpr std::string_view marks[] = {",", ";", ":", ".", "!", "?", ")",  "\"",
                                        "'", "”", "’", "»", "،", "؛", " –", " —"};
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  return !text.empty() && is_ascii_space(text.front());
}

// Copies text part by part and makes each run of spaces one.
class TidyCopy {
 public:
  explicit TidyCopy(std::string begun) : out_(std::move(begun)) {}

  // `first` and `last`: whether the part is at that end of the text, where spaces are trimmed.
  Range add(std::string_view part, bool first, bool last) {
    // Letters at both ends keep tidy_line from trimming inside the text.
    std::string padded;
    if (!first) padded += 'x';
    for (std::size_t i = 0; i < part.size(); ++i) {
      const std::size_t control = control_at(part, i);
      padded += control > 0 ? ' ' : part[i];
      if (control > 1) ++i;
    }
    if (!last) padded += 'x';
    const std::string tidy = tidy_line(padded);
    const std::size_t left = first ? 0 : 1, right = last ? 0 : 1;
    const auto begin = static_cast<std::uint32_t>(out_.size());
    out_.append(tidy, left, tidy.size() - left - right);
    return {begin, static_cast<std::uint32_t>(out_.size())};
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::string cleaned_up(std::string_view text) {
  TidyCopy copy("");
  copy.add(text, true, true);
  return copy.take();
}

std::size_t shown_width(std::string_view text) {
  std::size_t width = display_width(text);
  if (width == text.size()) return width;
  for (std::size_t i = 0; i < text.size(); ++i) width += control_at(text, i) > 0 ? 1 : 0;
  return width;
}

std::vector<Range> marks_within(const MatchedText& matched, const Cut& cut) {
  std::vector<Range> marks;
  for (const TextMatch& match : matched.matches) {
    if (contains(cut.range, match.extent)) marks.push_back(match.mark);
  }
  return merged_marks(std::move(marks));
}

Snippet show(const MatchedText& matched, const Cut& cut, std::string field,
             std::span<const Range> marks) {
  Snippet snippet;
  snippet.field = std::move(field);
  snippet.paragraph = matched.paragraph;
  snippet.source = {matched.offset + cut.range.begin, matched.offset + cut.range.end};

  const bool space_before = cut.range.begin == 0
                                ? matched.begin == Edge::space
                                : is_ascii_space(matched.text[cut.range.begin - 1]);
  const bool space_after = space_follows(matched.text.substr(cut.range.end));
  TidyCopy copy(!cut.before ? "" : space_before ? "… " : "…");
  std::uint32_t at = cut.range.begin;
  for (const Range mark : marks) {
    if (mark.begin > at) copy.add(matched.bytes({at, mark.begin}), at == cut.range.begin, false);
    const Range shown = copy.add(matched.bytes(mark), false, false);
    if (!snippet.marks.empty() && snippet.marks.back().end == shown.begin) {
      snippet.marks.back().end = shown.end;  // only what is not shown stood between
    } else {
      snippet.marks.push_back(shown);
    }
    at = mark.end;
  }
  copy.add(matched.bytes({at, cut.range.end}), at == cut.range.begin, true);
  snippet.text = copy.take();
  if (cut.after) snippet.text.append(space_after ? " …" : "…");
  return snippet;
}

}  // namespace backfile
