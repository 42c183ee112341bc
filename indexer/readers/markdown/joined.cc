// Cuts a file at every further front matter, then each post at every further opening.
#include "indexer/readers/markdown/joined.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "indexer/readers/markdown/front_matter.h"
#include "indexer/readers/scraped/joined.h"

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

// A fence with a blank line before it, then fields, one of them a title, and the fence again.
bool opens_front_matter(const std::vector<Line>& lines, std::size_t i, const std::string& fence) {
  constexpr std::size_t most_fields = 100;
  if (lines[i].text != fence || i == 0 || !lines[i - 1].text.empty()) return false;
  bool titled = false;
  const std::size_t end = std::min(lines.size(), i + most_fields);
  for (std::size_t next = i + 1; next < end; ++next) {
    const std::string& line = lines[next].text;
    if (line == fence) return titled;
    if (line.empty()) return false;
    const bool inner = line[0] == ' ' || line[0] == '-' || line[0] == '#' || line[0] == ']';
    if (!inner && line.find_first_of(":=") == std::string::npos) return false;
    titled = titled || line.starts_with("title");
  }
  return false;
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

std::vector<std::string_view> at_front_matter(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const std::string fence = text.starts_with("+++") ? "+++" : "---";
  std::vector<std::size_t> cuts;
  bool fenced = false;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (is_code_fence(lines[i].text)) fenced = !fenced;
    if (!fenced && opens_front_matter(lines, i, fence)) cuts.push_back(lines[i].begin);
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
  const bool fronted = !split_front_matter(text).front.empty();
  for (const std::string_view post : fronted ? at_front_matter(text) : cut(text, {})) {
    const std::vector<std::string_view> inner = at_openings(post);
    posts.insert(posts.end(), inner.begin(), inner.end());
  }
  return posts;
}

}  // namespace backfile
