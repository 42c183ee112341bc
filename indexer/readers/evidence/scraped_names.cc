// A name is told by its letters: words with capitals, particles between them, nothing else.
#include "indexer/readers/evidence/scraped_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/readers/evidence/byline.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_byline = 120;  // bytes; longer lines are sentences
constexpr std::size_t most_words = 6;        // of one name
constexpr std::string_view particles =
    " de da di do du del della der den des dos das van von vom zu zur la le el al bin ibn ten ter "
    "y e i af av jr ";

struct Opening {
  std::string_view word;
  std::size_t fewest_words;  // in a name behind it: "Von Berlin" and "Por Dios" are no bylines
};
constexpr std::array openings = {Opening{"by ", 1},  Opening{"by: ", 1}, Opening{"von ", 2},
                                 Opening{"par ", 2}, Opening{"por ", 2}, Opening{"door ", 2},
                                 Opening{"av ", 2},  Opening{"di ", 2},  Opening{"af ", 2}};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return words;
}

std::string small_letters(std::string_view text) {
  const Folded folded = fold(text);
  return folded.accented.empty() ? folded.term : folded.accented;
}

bool is_particle(std::string_view word) {
  return particles.find(' ' + std::string(word) + ' ') != particles.npos ||
         word.starts_with("al-") || word.starts_with("d'") || word.starts_with("d’");
}

bool is_capitalized(std::string_view word) {
  word.remove_prefix(std::min(word.size(), word.find_first_not_of("'(")));
  if (word.empty()) return false;
  constexpr unsigned char without_case = 0xE3;  // the lead byte of Kana, Han and what follows
  const auto lead = static_cast<unsigned char>(word.front());
  if (lead < 0x80) return word.front() >= 'A' && word.front() <= 'Z';
  if (lead >= without_case) return true;
  const std::string_view first = word.substr(0, code_point_floor(word, lead < 0xE0 ? 2 : 3));
  return small_letters(first) != first;
}

bool is_name_of(std::string_view text, std::size_t fewest_words) {
  if (text.find_first_of("0123456789:!?;|\"/@,") != text.npos) return false;
  const std::vector<std::string_view> words = words_of(text);
  const auto capitals = std::count_if(words.begin(), words.end(), is_capitalized);
  const bool trails = !words.empty() && !is_capitalized(words.back());  // "Zapisy do": no name
  if (trails && words.back() != "jr" && words.back().find_first_of("'-") == text.npos &&
      words.back().find("’") == text.npos) {
    return false;
  }
  return words.size() >= fewest_words && words.size() <= most_words && capitals > 0 &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return is_capitalized(word) || is_particle(word);
         });
}

}  // namespace

bool is_name(std::string_view text) {
  return is_name_of(text, 2);
}

bool is_byline(std::string_view text) {
  if (text.size() > longest_byline || text.find_first_of("0123456789|") != text.npos) return false;
  const std::string plain = small_letters(text.substr(0, text.find(' '))) + ' ';
  for (const Opening& opening : openings) {
    if (plain != opening.word) continue;
    const std::vector<std::string> names = split_byline(text);
    return !names.empty() && std::all_of(names.begin(), names.end(), [&](const auto& name) {
      return is_name_of(name, opening.fewest_words);
    });
  }
  return false;
}

std::string name_in_small_letters(const std::string& name) {
  const bool has_small = name.find_first_of("abcdefghijklmnopqrstuvwxyz") != name.npos;
  if (has_small || words_of(name).size() < 2) return name;
  std::string result;
  bool first = true;  // of a word, or of a part of one: O'Neil, Anne-Marie, J.K.
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at + 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
    const std::string letter = name.substr(at, end - at);
    result += first ? letter : small_letters(letter);
    first = letter == " " || letter == "-" || letter == "'" || letter == "’" || letter == ".";
    at = end;
  }
  return result;
}

}  // namespace backfile
