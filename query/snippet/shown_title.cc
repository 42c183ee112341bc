// Without a title of its own, an article gets the first visible words of its body, or else of the
// standfirst or a caption. behind_title() removes them from the opening passage.
#include "query/snippet/shown_title.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/snippet/render_snippet.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest = 72;          // columns
constexpr std::size_t read_at_most = 2'000;  // bytes of a paragraph
constexpr std::string_view ellipsis = "…";

// Bytes of the graphemes that fit.
std::size_t fitting(std::string_view line) {
  std::size_t end = 0, columns = 0;
  while (end < line.size()) {
    const std::size_t next = character_end(line, end);
    columns += display_width(line.substr(end, next - end));
    if (columns > longest) break;
    end = next;
  }
  return end;
}

// Between words where spaces part them; a long run without any is cut between characters.
std::string_view cut(std::string_view line) {
  const std::size_t end = fitting(line);
  if (end == line.size()) return line;
  const std::size_t space = line.substr(0, end + 1).rfind(' ');
  const bool between_words = space != line.npos && space >= end / 2;
  std::string_view words = line.substr(0, between_words ? space : end);
  while (!words.empty() && " ,;:-("sv.find(words.back()) != words.npos) words.remove_suffix(1);
  return words;
}

std::string first_words(std::string_view paragraph) {
  const std::size_t size = std::min(paragraph.size(), read_at_most);
  const std::string line = cleaned_up(paragraph.substr(0, grapheme_floor(paragraph, size)));
  if (display_width(line) == 0) return {};
  std::string words(cut(line));
  if (words.size() < line.size()) words += ellipsis;
  return words;
}

}  // namespace

std::optional<StandIn> stand_in(const Article& article) {
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    std::string words = first_words(article.body[i]);
    if (!words.empty()) return StandIn{std::move(words), StandIn::From::body, i};
  }
  std::string words = first_words(article.subtitle);
  if (!words.empty()) return StandIn{std::move(words), StandIn::From::subtitle, 0};
  for (std::size_t i = 0; i < article.captions.size(); ++i) {
    words = first_words(article.captions[i]);
    if (!words.empty()) return StandIn{std::move(words), StandIn::From::caption, i};
  }
  return std::nullopt;
}

bool has_title(const Article& article) {
  return display_width(tidy_line(article.title)) > 0;
}

std::string shown_title(const Article& article) {
  if (has_title(article)) return tidy_line(article.title);
  const std::optional<StandIn> words = stand_in(article);
  return words ? words->words : std::string();
}

std::string behind_title(const Article& article, const std::string& opening) {
  if (has_title(article)) return opening;
  std::string title = shown_title(article);
  const bool goes_on = title.ends_with(ellipsis);
  if (goes_on) title.resize(title.size() - ellipsis.size());
  if (title.empty() || !opening.starts_with(title)) return opening;
  const std::string rest = tidy_line(std::string_view(opening).substr(title.size()));
  return rest.empty() ? rest : std::string(goes_on ? ellipsis : "") + (goes_on ? " " : "") + rest;
}

}  // namespace backfile
