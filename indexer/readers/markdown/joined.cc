// Cuts a file at every further front matter, then each post at every further opening.
#include "indexer/readers/markdown/joined.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "indexer/base/lists.h"
#include "indexer/readers/json/shapes/declared_names.h"
#include "indexer/readers/markdown/front_matter.h"
#include "indexer/readers/scraped/joined.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct Line {
  std::size_t begin = 0;
  std::string text;  // without what ends it
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line(text.substr(at, end - at));
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back({at, std::move(line)});
    at = end + 1;
  }
  return lines;
}

bool is_code_fence(const std::string& line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

// The body of a post whose front matter begins at an offset; nothing if none does. It has a title,
// and a date as well where it is never closed.
std::optional<std::string_view> body_of_post(std::string_view text) {
  const SplitText split = split_front_matter(text);
  if (split.front.empty()) return std::nullopt;
  std::size_t faulty_line = 0;
  bool titled = false, dated = false;
  const nlohmann::json fields = parse_front_matter(split, faulty_line);
  for (const auto& [name, value] : fields.items()) {
    const std::string plain = plain_name(name);
    titled = titled || plain == "title" || plain == "headline";
    dated = dated || plain.find("date") != plain.npos || plain.find("published") != plain.npos;
  }
  if (!titled || (!dated && !split.closed)) return std::nullopt;
  return split.body;
}

std::vector<std::string_view> cut(std::string_view text, const std::vector<std::size_t>& at) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (const std::size_t end : at) {
    pieces.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

// `first`: behind the first front matter.
std::vector<std::string_view> at_front_matter(std::string_view text, std::size_t first) {
  std::vector<std::size_t> cuts;
  bool fenced = false;
  std::size_t from = first;
  for (const Line& line : lines_of(text)) {
    if (line.begin < from) continue;
    if (is_code_fence(line.text)) fenced = !fenced;
    const std::string mark = tidy_line(line.text);
    if (fenced || (mark != "---" && mark != "+++") || !line.text.starts_with(mark)) continue;
    const auto body = body_of_post(text.substr(line.begin));
    if (!body) continue;
    cuts.push_back(line.begin);
    from = static_cast<std::size_t>(body->data() - text.data());
  }
  return cut(text, cuts);
}

std::vector<std::string_view> at_openings(std::string_view text) {
  const SplitText split = split_front_matter(text);
  const std::vector<Line> lines = lines_of(split.body);
  std::vector<std::string> texts;
  for (const Line& line : lines) texts.push_back(line.text);
  std::vector<std::size_t> cuts;
  const auto before = static_cast<std::size_t>(split.body.data() - text.data());
  for (const std::size_t i : further_articles(texts, Titles::headed, !split.front.empty()))
    cuts.push_back(before + lines[i].begin);
  return cut(text, cuts);
}

}  // namespace

std::vector<std::string_view> posts_of(std::string_view text) {
  std::vector<std::string_view> posts;
  const SplitText split = split_front_matter(text);
  const auto first = static_cast<std::size_t>(split.body.data() - text.data());
  const bool fronted = !split.front.empty();
  for (const std::string_view post : fronted ? at_front_matter(text, first) : cut(text, {})) {
    append(posts, at_openings(post));
  }
  return posts;
}

}  // namespace backfile
