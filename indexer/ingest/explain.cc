// Lays out an explanation in columns.
#include "indexer/ingest/explain.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "indexer/base/figures.h"
#include "indexer/base/lists.h"
#include "indexer/boilerplate/boilerplate.h"
#include "indexer/boilerplate/line_figures.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::string_view reason_of(LineRole role) {
  switch (role) {
    case LineRole::body:
    case LineRole::title:
    case LineRole::standfirst:
    case LineRole::caption:
      return {};
    case LineRole::fact:
      return "states author, date or section";
    case LineRole::repeat:
      return "says the title or a caption again";
    case LineRole::learnt:
      return opens_or_closes_many;
    case LineRole::both_ends:
      return "at head and foot of the file";
    case LineRole::below_foot:
      return "below the foot";
  }
  return {};
}

std::string_view place_of(LineRole role) {
  switch (role) {
    case LineRole::title:
      return "title";
    case LineRole::standfirst:
      return "subtitle";
    case LineRole::caption:
      return "caption";
    default:
      return "line";
  }
}

std::uint32_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::uint32_t>(std::ranges::count(text, ' ')) + 1;
}

std::string cut(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::string shorter = text;
  while (!shorter.empty() && display_width(shorter) + 1 > columns)
    shorter.resize(grapheme_floor(shorter, shorter.size() - 1));
  return shorter + "…";
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

// "  title      The Tide  (JSON-LD)"
std::string fact(const Found& found, const std::string& field, const std::string& value) {
  constexpr std::size_t column = 11;
  std::string line = "  " + padded(field, column) + (value.empty() ? "unknown" : value);
  const std::string origin = origin_of(found, field);
  if (!value.empty() && !origin.empty()) line += "  (" + origin + ")";
  return line + "\n";
}

// "  published  2014-05-03  (<time> below the headline: May 3rd, 2014)"
std::string dated(const std::string& field, const std::string& date, const DateEvidence& evidence) {
  constexpr std::size_t column = 11;
  std::string line = "  " + padded(field, column) + (date.empty() ? "unknown" : date);
  if (!evidence.where.empty()) line += "  (" + evidence.where + ": " + evidence.text + ")";
  return line + "\n";
}

std::string sum_of(const std::vector<ExplainedBlock>& blocks) {
  std::uint64_t kept = 0;
  Counts left;
  for (const ExplainedBlock& block : blocks) {
    if (block.why.empty()) kept += block.words;
    if (!block.why.empty()) left[block.why] += block.words;
  }
  std::string line =
      "  " + counted(kept, "word") + " kept, " + with_commas(total(left)) + " left out";
  std::string parts;
  for (const auto& [why, words] : most_first(left))
    parts += (parts.empty() ? ": " : ", ") + with_commas(words) + " " + why;
  return line + parts + ".\n";
}

}  // namespace

std::vector<ExplainedBlock> blocks_of(const Found& found) {
  if (!found.explanation.blocks.empty()) return found.explanation.blocks;
  std::vector<ExplainedBlock> blocks;
  for (const std::string& paragraph : found.article.body)
    blocks.push_back({"body", "", count_words(tidy_line(paragraph)), tidy_line(paragraph)});
  for (const std::string& caption : found.article.captions)
    blocks.push_back({"caption", "", count_words(tidy_line(caption)), tidy_line(caption)});
  return blocks;
}

std::string origin_of(const Found& found, std::string_view field) {
  for (const Origin& origin : found.explanation.origins) {
    if (origin.field == field) return origin.from;
  }
  return {};
}

std::vector<ExplainedBlock> explain_lines(const std::vector<ScrapedBoilerplate::Judged>& lines) {
  std::vector<ExplainedBlock> blocks;
  for (const ScrapedBoilerplate::Judged& line : lines) {
    const std::string text = tidy_line(line.text);
    blocks.push_back({std::string(place_of(line.role)), std::string(reason_of(line.role)),
                      count_words(text), text});
  }
  return blocks;
}

Leftovers left_out_of(const std::vector<ScrapedBoilerplate::Judged>& lines) {
  Leftovers left;
  for (const ScrapedBoilerplate::Judged& line : lines) {
    const std::uint32_t words = count_words(tidy_line(line.text));
    const std::uint32_t prose = reads_as_prose(line.text) ? words : 0;
    if (is_boilerplate(line.role)) {
      left.words[std::string(reason_of(line.role))] += words;
      left.prose += prose;
    } else if (line.role == LineRole::body || line.role == LineRole::standfirst) {
      left.prose_kept += prose;
    }
  }
  return left;
}

void explain_boilerplate(const Article& before, Found& found) {
  if (before.body == found.article.body) return;
  std::map<std::string, int> gone;
  for (const std::string& paragraph : before.body) ++gone[tidy_line(paragraph)];
  for (const std::string& paragraph : found.article.body) --gone[tidy_line(paragraph)];
  if (found.article.title != before.title && gone.contains(found.article.title))
    --gone[found.article.title];  // a headline that was no title yet
  std::vector<ExplainedBlock>& blocks = found.explanation.blocks;
  if (blocks.empty()) blocks = blocks_of({.article = before, .lines = {}});
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    const auto text = block->why.empty() ? gone.find(tidy_line(block->text)) : gone.end();
    if (text == gone.end() || text->second <= 0) continue;
    --text->second;
    block->why = shared_by_many;
  }
}

std::string to_text(const Found& found, std::size_t columns) {
  const Article& article = found.article;
  std::string text = article.path + "\n";
  text += fact(found, "title", article.title);
  text += fact(found, "author", joined(article.author, ", "));
  text += dated("published", article.published, article.published_by);
  if (!article.modified.empty() || !article.modified_by.text.empty())
    text += dated("modified", article.modified, article.modified_by);
  text += '\n';
  const std::vector<ExplainedBlock> blocks = blocks_of(found);
  std::size_t widest = 0;
  constexpr std::size_t widest_place = 32;
  for (const ExplainedBlock& block : blocks)
    widest = std::max(widest, std::min(widest_place, display_width(block.where)));
  for (const ExplainedBlock& block : blocks) {
    const std::string words = std::to_string(block.words);
    std::string line = block.why.empty() ? "  kept " : "  out  ";
    line += std::string(words.size() < 6 ? 6 - words.size() : 0, ' ') + words + "  ";
    line += padded(cut(block.where, widest_place), widest) + "  ";
    if (!block.why.empty()) line += "[" + block.why + "] ";
    text += cut(line + block.text, columns) + "\n";
  }
  return text + "\n" + sum_of(blocks);
}

}  // namespace backfile
