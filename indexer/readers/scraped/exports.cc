// Cuts an export at its marks, then reads the fields of each article.
#include "indexer/readers/scraped/exports.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using Lines = std::span<const std::string>;

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r\f") == std::string::npos;
}

// The value of "NAME: value"; nothing where another line is meant.
bool has_field(std::string_view line, std::string_view name, std::string& value) {
  if (!line.starts_with(name) || !line.substr(name.size()).starts_with(':')) return false;
  value = tidy_line(line.substr(name.size() + 1));
  return true;
}

// Cuts at each line that `is_mark`; what stands above the first is no article.
template <typename IsMark>
std::vector<Lines> parts_at(Lines lines, IsMark is_mark) {
  std::vector<Lines> parts;
  std::size_t begin = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_mark(i)) continue;
    if (begin < i) parts.push_back(lines.subspan(begin, i - begin));
    begin = i;
  }
  if (begin < lines.size()) parts.push_back(lines.subspan(begin));
  return parts;
}

std::size_t first_line(Lines lines) {
  return static_cast<std::size_t>(std::ranges::find_if_not(lines, is_blank) - lines.begin());
}

// ---------------------------------------------------------------- Movable Type

constexpr std::string_view section_end = "-----", post_end = "--------";

// A section "BODY:" and the like, up to its end. Returns where the next begins.
std::size_t add_section(Lines post, std::size_t at, ExportedText& text) {
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

ExportedText movable_type_post(Lines post) {
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
bool is_movable_type(Lines lines) {
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

std::vector<ExportedText> movable_type_posts(Lines lines) {
  std::vector<ExportedText> posts;
  while (first_line(lines) < lines.size()) {
    lines = lines.subspan(first_line(lines));
    const auto end = static_cast<std::size_t>(std::ranges::find(lines, post_end) - lines.begin());
    posts.push_back(movable_type_post(lines.first(end)));
    lines = lines.subspan(std::min(end + 1, lines.size()));
  }
  return posts;
}

// ---------------------------------------------------------------- mailboxes

// "From jane@x.example Tue Mar  5 10:00:00 2019" above a line "Name: value".
bool is_mail(Lines lines, std::size_t i) {
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

ExportedText mail(Lines lines) {
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

// ---------------------------------------------------------------- Nexis

// "1 of 200 DOCUMENTS".
bool is_count(const std::string& line) {
  const std::string tidy = tidy_line(line);
  const std::size_t of = tidy.find(" of ");
  if (of == tidy.npos || of == 0 || !tidy.ends_with(" DOCUMENTS")) return false;
  constexpr std::string_view digits = "0123456789";
  return tidy.find_first_not_of(digits) == of &&
         tidy.find_first_not_of(digits, of + 4) ==
             tidy.size() - std::string_view(" DOCUMENTS").size();
}

// The paper, the day, the title, and fields, of which LENGTH is the last. Returns where the text
// begins, or 0 if there is no such head.
std::size_t read_nexis_head(Lines lines, Article& stated) {
  constexpr std::size_t most_lines = 60;
  std::string value, before;
  for (std::size_t i = 1; i < lines.size() && i < most_lines; ++i) {
    const std::string line = tidy_line(lines[i]);
    if (line.empty()) continue;
    const bool byline = has_field(line, "BYLINE", value);
    if (byline) stated.author = split_byline(value);
    const bool section = has_field(line, "SECTION", value);
    if (section) stated.section = value.substr(0, value.find(';'));
    const bool length = has_field(line, "LENGTH", value);
    if (stated.title.empty() && (byline || section || length)) stated.title = before;
    if (length) return i + 1;
    if (stated.source.empty()) {
      stated.source = line;
    } else if (stated.published.empty() && stated.title.empty() && parse_date(line)) {
      offer_published(stated, "a line above the title", line);
    } else if (stated.published.empty() && stated.title.empty()) {
      // "March 5, 2019 Tuesday"
      const std::string day = line.substr(0, line.rfind(' '));
      if (parse_date(day)) offer_published(stated, "a line above the title", day);
    }
    before = line;
  }
  return 0;
}

ExportedText nexis_document(Lines lines) {
  ExportedText text;
  std::size_t at = read_nexis_head(lines, text.stated);
  if (at == 0) {
    text.stated = {};
    at = 1;
  }
  constexpr std::array<std::string_view, 5> below = {
      "LOAD-DATE:", "LANGUAGE:", "PUBLICATION-TYPE:", "DOCUMENT-TYPE:", "JOURNAL-CODE:"};
  for (; at < lines.size(); ++at) {
    const std::string line = tidy_line(lines[at]);
    if (std::ranges::any_of(below, [&](std::string_view name) { return line.starts_with(name); }))
      break;
    text.lines.push_back(lines[at]);
  }
  return text;
}

}  // namespace

std::vector<ExportedText> exported_texts(const std::vector<std::string>& lines) {
  if (is_movable_type(lines)) return movable_type_posts(lines);
  const std::size_t first = first_line(lines);
  std::vector<ExportedText> texts;
  if (first == lines.size()) return texts;
  if (is_mail(lines, first)) {
    for (const Lines part : parts_at(lines, [&](std::size_t i) { return is_mail(lines, i); }))
      texts.push_back(mail(part));
  } else if (is_count(lines[first])) {
    for (const Lines part : parts_at(lines, [&](std::size_t i) { return is_count(lines[i]); }))
      texts.push_back(nexis_document(part));
  }
  return texts;
}

}  // namespace backfile
