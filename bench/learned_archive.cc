// See learned_archive.h.
#include "bench/learned_archive.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "indexer/base/failure.h"
#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"

namespace backfile::bench {
namespace {

constexpr double share_of_inventions = 0.03;
constexpr double share_of_turns = 0.3;
constexpr double share_of_new_numbers = 0.5;
// Of articles that were scanned, and how many words of a thousand are misread in the worst.
constexpr double share_of_scanned = 0.4;
constexpr double worst_misread = 180;

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += take_code_point(text, at);
  return points;
}

std::string utf8(std::u32string_view points) {
  std::string text;
  for (const char32_t c : points) append_code_point(text, c);
  return text;
}

}  // namespace

std::uint32_t LanguageModel::number_of(std::string_view form) {
  const auto [found, added] =
      numbers_.try_emplace(std::string(form), static_cast<std::uint32_t>(forms_.size()));
  if (added) {
    forms_.emplace_back(form);
    places_.emplace_back();
  }
  return found->second;
}

void LanguageModel::learn(std::string_view paragraph, std::string_view language,
                          UnitReader& reader) {
  std::size_t end = 0;
  const auto add = [&](std::uint32_t form, std::size_t begin, WordKind kind) {
    const std::string gap(paragraph.substr(end, begin - end));
    const auto [found, added] =
        gap_numbers_.try_emplace(gap, static_cast<std::uint32_t>(gaps_.size()));
    if (added) gaps_.push_back(gap);
    places_[form].push_back(static_cast<std::uint32_t>(words_.size()));
    words_.push_back({form, found->second, kind});
  };
  for (const TextUnit& unit : reader.read(paragraph, language)) {
    const std::string_view text = slice(paragraph, unit.range);
    add(number_of(text), unit.range.begin, unit.kind);
    end = unit.range.end;
    if (unit.kind == WordKind::number) continue;
    const std::u32string points = code_points(text);
    letters_ += points;
    std::u32string last(2, U'\0');
    for (const char32_t c : points + U'\0') {
      next_letters_[utf8(last)] += c;
      last = {last[1], c};
    }
  }
  add(0, paragraph.size(), WordKind::letters);
}

// A new word, letter by letter as the sample's words go on behind two of theirs.
std::string LanguageModel::spell(Random& random) const {
  constexpr std::size_t shortest = 4, longest = 18;
  std::u32string word, last(2, U'\0');
  while (word.size() < longest) {
    const auto found = next_letters_.find(utf8(last));
    if (found == next_letters_.end()) break;
    const char32_t next = found->second[random.below(found->second.size())];
    if (next == U'\0' && word.size() >= shortest) break;
    if (next == U'\0') {  // too short: begin another piece, as compounds do
      last.assign(2, U'\0');
      continue;
    }
    word += next;
    last = {last[1], next};
  }
  return utf8(word);
}

// The usual ones are remembered.
const std::string& LanguageModel::invention(std::size_t rank) {
  constexpr std::size_t most_remembered = 200'000;
  if (inventions_.size() <= std::min(rank, most_remembered)) {
    inventions_.resize(std::min(rank, most_remembered) + 1);
  }
  std::string& word = inventions_[std::min(rank, most_remembered)];
  if (word.empty() || rank >= most_remembered) {
    Random own(0x5EED + rank * 7919);
    word = spell(own);
  }
  return word;
}

std::string LanguageModel::name(std::size_t inventions, Random& random) {
  if (by_rank_.empty()) by_rank_.emplace_back(zipf_weights(inventions, 0.95, 20));
  return invention(by_rank_.front().draw(random));
}

// One letter for another, one too many or too few; a bad word has several such.
std::string LanguageModel::misread_word(std::string word, Random& random) const {
  std::u32string points = code_points(word);
  do {
    const std::size_t at = random.below(points.size());
    const char32_t letter = letters_[random.below(letters_.size())];
    const double kind = random.fraction();
    if (kind < 0.7) {
      points[at] = letter;
    } else if (kind < 0.85) {
      points.insert(at, 1, letter);
    } else if (points.size() > 2) {
      points.erase(at, 1);
    }
  } while (random.chance(0.25));
  return utf8(points);
}

std::string LanguageModel::word_at(const Occurrence& at, double misread, std::size_t inventions,
                                   Random& random) {
  std::string word = forms_[at.form];
  if (at.kind == WordKind::number) {
    if (!random.chance(share_of_new_numbers)) return word;
    for (char& c : word) {
      if (c > '0' && c <= '9') c = static_cast<char>('1' + random.below(9));
    }
    return word;
  }
  const bool character = at.kind == WordKind::ideographic;
  if (!character && random.chance(share_of_inventions)) word = name(inventions, random);
  if (random.chance(misread / 1000) && !word.empty()) {
    if (!character) return misread_word(std::move(word), random);
    std::string other;
    append_code_point(other, 0x4E00 + static_cast<char32_t>(random.below(inventions)));
    return other;
  }
  return word;
}

std::vector<std::string> LanguageModel::prose(std::size_t words, double misread,
                                              std::size_t inventions, Random& random) {
  std::vector<std::string> paragraphs(1);
  const auto& ends = places_[0];
  std::size_t at = ends[random.below(ends.size())];
  for (std::size_t written = 0;;) {
    // Mostly on as the sample goes; now and then from another place where this word stands.
    const auto& places = places_[words_[at].form];
    if (random.chance(share_of_turns)) at = places[random.below(places.size())];
    at = (at + 1) % words_.size();
    const Occurrence& next = words_[at];
    paragraphs.back() += gaps_[next.gap];
    if (next.form == 0) {
      if (written >= words) return paragraphs;
      if (!paragraphs.back().empty()) paragraphs.emplace_back();
      continue;
    }
    paragraphs.back() += word_at(next, misread, inventions, random);
    if (++written > 2 * words) return paragraphs;
  }
}

void LearnedArchive::learn(const Article& article) {
  for (std::size_t i = 0; i < models_.size(); ++i) {
    if (article.language != learned_languages[i].code) continue;
    for (const std::string& paragraph : article.body) {
      models_[i].learn(paragraph, article.language, reader_);
    }
  }
}

void LearnedArchive::check() const {
  for (std::size_t i = 0; i < models_.size(); ++i) {
    if (!models_[i].empty()) continue;
    throw Failure(Exit::usage, "there is no sample of the language " +
                                   std::string(learned_languages[i].code) + " to learn from");
  }
}

Article LearnedArchive::next(std::size_t number) {
  double kind = random_.fraction();
  std::size_t i = 0;
  while (i + 1 < models_.size() && kind >= learned_languages[i].share) {
    kind -= learned_languages[i++].share;
  }
  const std::size_t inventions = learned_languages[i].inventions;
  const double misread =
      random_.chance(share_of_scanned) ? worst_misread * std::pow(random_.fraction(), 2) : 0;
  Article article;
  article.id = "story-" + std::to_string(number);
  article.language = learned_languages[i].code;
  const auto line = [&](std::size_t words) {
    return models_[i].prose(words, misread, inventions, random_).front();
  };
  article.title = tidy_line(line(8));
  if (random_.chance(0.5)) article.subtitle = tidy_line(line(16));
  article.author = {models_[i].name(inventions, random_)};
  article.body = models_[i].prose(random_.between(100, 400), misread, inventions, random_);
  if (random_.chance(0.3)) article.captions = {line(12)};
  return article;
}

}  // namespace backfile::bench
