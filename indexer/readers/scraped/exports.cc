// Cuts an export at its marks, then reads the fields of each article.
#include "indexer/readers/scraped/exports.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/scraped/databases.h"
#include "indexer/readers/scraped/export_lines.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// ---------------------------------------------------------------- Movable Type

constexpr std::string_view section_end = "-----", post_end = "--------";

// A section "BODY:" and the like, up to its end. Returns where the next begins.
std::size_t add_section(ExportLines post, std::size_t at, ExportedText& text) {
  const std::string name = at < post.size() ? tidy_line(post[at]) : std::string();
  const bool told = name == "BODY:" || name == "EXTENDED BODY:";
  const bool comment = name == "COMMENT:" || name == "PING:";
  if (told && !text.lines.empty()) text.lines.emplace_back();
  for (++at; at < post.size() && tidy_line(post[at]) != section_end; ++at) {
    const std::string line = tidy_line(post[at]);
    if (told) text.lines.push_back(post[at]);
    if (name == "EXCERPT:") text.stated.subtitle += ' ' + line;
    if (comment && !line.empty())
      text.comment_words += 1 + static_cast<std::uint64_t>(std::ranges::count(line, ' '));
  }
  return at + 1;
}

ExportedText movable_type_post(ExportLines post) {
  ExportedText text;
  std::size_t at = 0;
  std::string value;
  for (; at < post.size() && tidy_line(post[at]) != section_end; ++at) {
    Article& stated = text.stated;
    if (has_field(post[at], "TITLE", value)) stated.title = value;
    if (has_field(post[at], "AUTHOR", value)) stated.author = declared_authors(value);
    if (has_field(post[at], "DATE", value))
      offer_published(stated, "DATE", value, DayOrder::month_first);
    if (has_field(post[at], "PRIMARY CATEGORY", value)) stated.section = value;
    if (has_field(post[at], "CATEGORY", value) && value != stated.section) {
      stated.section.empty() ? stated.section = value : stated.tags.emplace_back(value);
    }
    if (has_field(post[at], "STATUS", value)) text.draft = ascii_lowered(value) == "draft";
  }
  for (++at; at < post.size();) at = add_section(post, at, text);
  return text;
}

// Fields, the end of a section, and "BODY:" below it.
bool is_movable_type(ExportLines lines) {
  const std::size_t first = first_line(lines);
  constexpr std::array<std::string_view, 4> fields = {"TITLE", "AUTHOR", "DATE", "STATUS"};
  std::string value;
  const auto opens = [&](std::string_view name) {
    return first < lines.size() && has_field(lines[first], name, value);
  };
  if (std::ranges::none_of(fields, opens)) return false;
  const auto end = std::ranges::find(lines, section_end);
  return end != lines.end() && end + 1 != lines.end() && tidy_line(end[1]) == "BODY:" &&
         std::ranges::find(lines, post_end) != lines.end();
}

std::vector<ExportedText> movable_type_posts(ExportLines lines) {
  std::vector<ExportedText> posts;
  while (first_line(lines) < lines.size()) {
    lines = lines.subspan(first_line(lines));
    const auto end = static_cast<std::size_t>(std::ranges::find(lines, post_end) - lines.begin());
    if (end > 0) posts.push_back(movable_type_post(lines.first(end)));
    lines = lines.subspan(std::min(end + 1, lines.size()));
  }
  return posts;
}

// ---------------------------------------------------------------- mailboxes

// "From jane@x.example Tue Mar  5 10:00:00 2019" above a line "Name: value".
bool is_mail(ExportLines lines, std::size_t i) {
  if (!lines[i].starts_with("From ") || (i > 0 && !is_blank(lines[i - 1]))) return false;
  const std::string line = tidy_line(lines[i]);
  const bool timed = std::ranges::count(line, ':') >= 2 && std::ranges::count(line, ' ') >= 5;
  const bool headed = i + 1 < lines.size() && lines[i + 1].find(": ") < lines[i + 1].find(' ');
  return timed && headed;
}

// "Jane Tarn <jane@x.example>" without the address.
std::string name_in_mail(const std::string& from) {
  std::string name = tidy_line(std::string_view(from).substr(0, from.find('<')));
  std::erase(name, '"');
  return name.find('@') == name.npos ? name : std::string();
}

ExportedText mail(ExportLines lines) {
  ExportedText text;
  std::size_t at = 1;
  std::string from, date;
  for (std::string value; at < lines.size() && !is_blank(lines[at]); ++at) {
    std::string line = lines[at];
    while (at + 1 < lines.size() && !is_blank(lines[at + 1]) &&
           lines[at + 1].find_first_of(" \t") == 0) {
      line += lines[++at];
    }
    if (has_field(line, "Subject", value)) text.stated.title = value;
    if (has_field(line, "From", value)) from = value;
    if (has_field(line, "Date", value)) date = value;
  }
  if (const std::string name = name_in_mail(from); !name.empty()) text.stated.author = {name};
  if (!date.empty()) offer_published(text.stated, "Date", date);
  for (; at < lines.size(); ++at)
    text.lines.push_back(lines[at].starts_with(">From ") ? lines[at].substr(1) : lines[at]);
  return text;
}

}  // namespace

std::vector<ExportedText> exported_texts(const std::vector<std::string>& lines) {
  if (is_movable_type(lines)) return movable_type_posts(lines);
  const std::size_t first = first_line(lines);
  std::vector<ExportedText> texts;
  if (first == lines.size()) return texts;
  if (is_mail(lines, first)) {
    for (const ExportLines part : parts_at(lines, [&](std::size_t i) { return is_mail(lines, i); }))
      texts.push_back(mail(part));
    return texts;
  }
  return database_texts(lines);
}

}  // namespace backfile
