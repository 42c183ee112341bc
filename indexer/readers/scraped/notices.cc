// Licences and first places of publication, as the boilerplate of scraped pages names them; see
// facts.h.
#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/article/date.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_name = 80;  // bytes, of a paper or a site

// The line in small ASCII letters, byte for byte in place.
std::string lower(std::string_view line) {
  std::string result(line);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return result;
}

// What follows "first appeared on", to the end of the clause and without a date behind it.
std::string paper_in(std::string_view rest) {
  std::size_t end = rest.size();
  for (const std::string_view stop : {". ", ", ", "; ", " and ", " under ", " as ", " | ", " ("}) {
    end = std::min(end, rest.find(stop));
  }
  std::string_view paper = rest.substr(0, end);
  const std::size_t on = paper.find(" on ");
  if (on != paper.npos && parse_date(paper.substr(on + 4))) paper = paper.substr(0, on);
  while (!paper.empty() && std::string_view(".!: ").find(paper.back()) != paper.npos) {
    paper.remove_suffix(1);
  }
  return paper.size() <= longest_name ? tidy_line(paper) : std::string();
}

void read_source(std::string_view line, const std::string& small, Article& article) {
  constexpr std::array phrases = {
      "first appeared on ",       "first appeared in ",          "first appeared at ",
      "first published on ",      "first published in ",         "first published by ",
      "first published at ",      "originally appeared on ",     "originally appeared in ",
      "originally published on ", "originally published in ",    "originally published by ",
      "originally published at ", "republished from ",           "reposted from ",
      "reprinted from ",          "zuerst erschienen in ",       "zuerst erschienen bei ",
      "zuerst erschienen auf ",   "publicado originalmente en ", "впервые опубликовано в ",
      "впервые опубликовано на "};
  for (const std::string_view phrase : phrases) {
    const std::size_t at = small.find(phrase);
    if (at == small.npos || !article.source.empty()) continue;
    article.source = paper_in(line.substr(at + phrase.size()));
  }
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

// Where the name of a licence ends that begins before `at`: behind the last word that licences
// have.
std::size_t end_of_license(std::string_view small, std::size_t at) {
  constexpr std::string_view words =
      " attribution non commercial noncommercial share alike sharealike no derivatives "
      "noderivatives derivs noderivs zero international unported 1.0 2.0 2.5 3.0 4.0 ";
  std::size_t end = at;
  while (true) {
    const std::size_t begin = small.find_first_not_of(" -", end);
    if (begin == small.npos || begin == end) return end;
    const std::string_view rest = small.substr(begin);
    std::string_view word =
        rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz.0123456789"));
    while (word.ends_with('.')) word.remove_suffix(1);
    if (word.empty() || words.find(' ' + std::string(word) + ' ') == words.npos) return end;
    end = begin + word.size();
  }
}

void read_license(std::string_view line, const std::string& small, Article& article) {
  constexpr std::string_view commons = "creative commons";
  if (!article.license.empty()) return;
  if (const std::size_t at = small.find(commons); at != small.npos) {
    const std::size_t end = end_of_license(small, at + commons.size());
    article.license = tidy_line(line.substr(at, end - at));
    return;
  }
  // "CC BY-SA 4.0", "CC0".
  for (const std::string_view sign : {"CC BY", "CC0", "CC-BY"}) {
    const std::size_t at = line.find(sign);
    if (at == line.npos || (at > 0 && is_letter(line[at - 1]))) continue;
    std::size_t end = at + sign.size();
    while (end < line.size() && (line[end] == '-' || (line[end] >= 'A' && line[end] <= 'Z'))) ++end;
    const std::string_view version = line.substr(end, 4);
    const bool has_version = version.size() == 4 && version[0] == ' ' && version[2] == '.' &&
                             std::isdigit(static_cast<unsigned char>(version[1])) != 0;
    article.license = tidy_line(line.substr(at, end + (has_version ? 4 : 0) - at));
    return;
  }
  for (const std::string_view notice : {"public domain", "all rights reserved"}) {
    const std::size_t at = small.find(notice);
    if (at == small.npos) continue;
    article.license = notice == "public domain" ? "Public domain" : "All rights reserved";
    return;
  }
}

}  // namespace

bool read_provenance(std::string_view line, Article& article) {
  constexpr std::size_t longest = 140;  // bytes; a sentence of the story may mention such a thing
  constexpr std::array openings = {"this ",        "the ",       "originally ", "first ",
                                   "republished ", "reposted ",  "reprinted ",  "zuerst ",
                                   "dieser ",      "publicado ", "впервые "};
  if (line.size() > longest || line.find(". ") != line.npos) return false;
  const std::string small = lower(line);
  const bool opens = std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
    return small.starts_with(opening);
  });
  Article stated;
  if (opens) read_source(line, small, stated);
  if (stated.source.empty()) return false;
  if (article.source.empty()) article.source = std::move(stated.source);
  return true;
}

void read_notices(std::string_view line, Article& article) {
  const std::string small = lower(line);
  read_source(line, small, article);
  read_license(line, small, article);
}

}  // namespace backfile
