// Cuts at the marks of each database and reads the lines above the text.
#include "indexer/readers/scraped/databases.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "indexer/article/date.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/scraped/export_lines.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view above_title = "a line above the text";

// ---------------------------------------------------------------- Nexis

// "1 of 200 DOCUMENTS".
bool is_count(const std::string& line) {
  const std::string tidy = tidy_line(line);
  const std::size_t of = tidy.find(" of ");
  if (of == tidy.npos || of == 0 || !tidy.ends_with(" DOCUMENTS")) return false;
  return tidy.find_first_not_of(digits) == of &&
         tidy.find_first_not_of(digits, of + 4) ==
             tidy.size() - std::string_view(" DOCUMENTS").size();
}

// The paper, the day, the title, and fields, of which LENGTH is the last. Returns where the text
// begins, or 0 if there is no such head.
std::size_t read_nexis_head(ExportLines lines, Article& stated) {
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
      offer_published(stated, above_title, line);
    } else if (stated.published.empty() && stated.title.empty()) {
      // "March 5, 2019 Tuesday"
      const std::string day = line.substr(0, line.rfind(' '));
      if (parse_date(day)) offer_published(stated, above_title, day);
    }
    before = line;
  }
  return 0;
}

ExportedText nexis_document(ExportLines lines) {
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

// ---------------------------------------------------------------- Factiva

// "Document AVLA000020190305ef3500001", which closes each.
bool is_factiva_end(const std::string& line) {
  constexpr std::string_view label = "Document ";
  constexpr std::size_t shortest = 20;
  if (!line.starts_with(label)) return false;
  const std::string code = tidy_line(std::string_view(line).substr(label.size()));
  return code.size() >= shortest && code.find_first_of(digits) != code.npos &&
         std::ranges::all_of(code, [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
}

// "312 words".
bool is_length(const std::string& line) {
  const std::size_t end = line.find_first_not_of("0123456789,");
  return end != 0 && end != line.npos && line.substr(end) == " words";
}

// Title, author, length, day, paper, codes and a notice, below which the text begins. Returns where
// that is, or 0.
std::size_t read_factiva_head(ExportLines lines, Article& stated) {
  constexpr std::size_t most_lines = 30;
  bool below_length = false;
  for (std::size_t i = 0; i < lines.size() && i < most_lines; ++i) {
    const std::string line = tidy_line(lines[i]);
    if (line.empty()) continue;
    if (is_length(line)) {
      below_length = true;
    } else if (!below_length) {
      if (!stated.title.empty()) stated.author = split_byline(line);
      if (stated.title.empty()) stated.title = line;
    } else if (stated.published.empty()) {
      if (!parse_date(line)) return 0;
      offer_published(stated, above_title, line);
    } else if (stated.source.empty()) {
      stated.source = line;
    } else if (line.starts_with("(c) ") || line.starts_with("Copyright ")) {
      return i + 1;
    }
  }
  return 0;
}

std::vector<ExportedText> factiva_documents(ExportLines lines) {
  std::vector<ExportedText> texts;
  while (true) {
    const auto end =
        static_cast<std::size_t>(std::ranges::find_if(lines, is_factiva_end) - lines.begin());
    if (end == lines.size()) break;
    ExportedText text;
    const std::size_t begin = read_factiva_head(lines.first(end), text.stated);
    if (begin == 0) return {};
    const ExportLines body = lines.subspan(begin, end - begin);
    text.lines.assign(body.begin(), body.end());
    texts.push_back(std::move(text));
    lines = lines.subspan(end + 1);
  }
  return first_line(lines) == lines.size() ? texts : std::vector<ExportedText>();
}

// ---------------------------------------------------------------- ProQuest

bool is_proquest_rule(const std::string& line) {
  constexpr std::size_t shortest = 20;
  const std::string rule = tidy_line(line);
  return rule.size() >= shortest && rule.find_first_not_of('_') == rule.npos;
}

// "Averrin Lantern ; Averrin. 05 Mar 2019: A.1."
void read_publication(const std::string& info, Article& stated) {
  stated.source = tidy_line(std::string_view(info).substr(0, info.find(" ;")));
  const std::size_t stop = info.find(". "), colon = info.find(':', stop);
  if (stop == info.npos || colon == info.npos) return;
  const std::string day = info.substr(stop + 2, colon - stop - 2);
  if (parse_date(day)) offer_published(stated, above_title, day);
}

// "Tarn, Jane; Harn, Ole".
std::vector<std::string> names_turned_around(std::string_view value) {
  std::vector<std::string> names;
  while (!value.empty()) {
    const std::string_view name = value.substr(0, value.find(';'));
    value.remove_prefix(std::min(name.size() + 1, value.size()));
    const std::size_t comma = name.find(", ");
    const std::string turned = comma == name.npos ? std::string(name)
                                                  : std::string(name.substr(comma + 2)) + ' ' +
                                                        std::string(name.substr(0, comma));
    if (std::string tidy = tidy_line(turned); !tidy.empty()) names.push_back(std::move(tidy));
  }
  return names;
}

// A title, fields, and the text in the field "Full text", up to the next field.
ExportedText proquest_document(ExportLines lines) {
  ExportedText text;
  Article& stated = text.stated;
  constexpr std::array<std::string_view, 8> below = {
      "Subject:",      "Title:",        "Publication title:",
      "Copyright:",    "Last updated:", "ProQuest document ID:",
      "Document URL:", "Database:"};
  bool told = false;
  std::string value;
  for (const std::string& raw : lines) {
    const std::string line = tidy_line(raw);
    if (told && std::ranges::any_of(below, [&](auto name) { return line.starts_with(name); }))
      break;
    if (has_field(line, "Full text", value)) {
      told = true;
      text.lines.push_back(value);
    } else if (told) {
      text.lines.push_back(raw);
    } else if (has_field(line, "Author", value)) {
      stated.author = names_turned_around(value);
    } else if (has_field(line, "Publication info", value)) {
      read_publication(value, stated);
    } else if (has_field(line, "Abstract", value)) {
      stated.subtitle = value;
    } else if (stated.title.empty() && !is_proquest_rule(line)) {
      stated.title = line;
    }
  }
  return text;
}

std::vector<ExportedText> proquest_documents(ExportLines lines) {
  std::vector<ExportedText> texts;
  for (const ExportLines part :
       parts_at(lines, [&](std::size_t i) { return is_proquest_rule(lines[i]); })) {
    if (first_line(part.subspan(1)) == part.size() - 1) continue;
    ExportedText text = proquest_document(part);
    if (text.lines.empty() || text.stated.title.empty()) return {};
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

std::vector<ExportedText> database_texts(std::span<const std::string> lines) {
  const std::size_t first = first_line(lines);
  std::vector<ExportedText> texts;
  if (first == lines.size()) return texts;
  if (is_count(lines[first])) {
    for (const ExportLines part :
         parts_at(lines, [&](std::size_t i) { return is_count(lines[i]); }))
      texts.push_back(nexis_document(part));
    return texts;
  }
  return is_proquest_rule(lines[first]) ? proquest_documents(lines) : factiva_documents(lines);
}

}  // namespace backfile
