// Reads the positions of each word of a pattern, then finds the places where the words follow each
// other. The forms of all words are found in one walk over the terms of the article.
#include "query/matching/article_places.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "indexer/index/schema.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// An article with more distinct terms than this is not searched for the other forms of a word.
constexpr Xapian::termcount most_terms = 10'000;
constexpr std::size_t most_places = 1'000;  // of a word in one article, the first ones

const Field& body_field() {
  static constexpr const Field& field = field_of(FieldId::body);
  return field;
}

// The term under which the index has positions of this word and no other.
std::string only_term(const WordPattern& word) {
  if (word.pieces > 1) return compound_term(body_field(), word.term, word.pieces);
  if (word.capitals_only) return capitals_term(word.term);
  if (!word.accented.empty()) return accented_term(word.accented);
  return word_term(body_field(), word.term);
}

// Whether the word is the last character of a run without spaces, which the index has only as the
// first half of bigrams.
bool is_open_ended(const MatchPattern& pattern, const WordPattern& word) {
  return &word == &pattern.words.back() && pattern.words.size() > 1 &&
         is_one_character(word.term) && static_cast<unsigned char>(word.term[0]) >= 0xE0;
}

std::string first_character(const std::string& word) {
  std::size_t end = 1;
  while (end < word.size() && code_point_floor(word, end) != end) ++end;
  return word.substr(0, end);
}

// Where the words of the pattern stand one right after the other.
void add_places(const MatchPattern& pattern, const std::vector<Positions>& words,
                std::vector<WordPlace>& places) {
  for (const std::uint32_t first : words.front()) {
    std::uint32_t next = first;
    bool holds = true;
    for (std::size_t k = 0; holds && k < words.size(); ++k) {
      holds = std::ranges::binary_search(words[k], next);
      next += pattern.words[k].pieces;
    }
    if (holds) places.push_back({first, next - 1});
  }
}

}  // namespace

// The forms of a word: those that begin like it and have its stem.
struct ArticlePlaces::Family {
  std::string initial, term;
  const std::string* stem;  // nullptr: any of which the term is the first character
  Positions* positions;
};

// What is being read of one article.
struct ArticlePlaces::Lookup {
  Xapian::docid docid;
  std::string language;
  bool is_long;
  std::deque<std::vector<Positions>> patterns;
  std::vector<Family> families;
};

ArticlePlaces::ArticlePlaces(const Xapian::Database& database, const Columns& columns,
                             Analyzer& analyzer, const std::vector<RankedWord>& words)
    : database_(database), columns_(columns), analyzer_(analyzer) {
  const auto says_nothing = [](const RankedWord& word) { return word.stop_word; };
  const auto stop_words = static_cast<std::size_t>(std::ranges::count_if(words, says_nothing));
  const bool all = words.size() - stop_words < 2;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].stop_word && !all) continue;
    words_.push_back(&words[i]);
    blank_.push_back({i, words[i].idf, {}});
  }
}

std::vector<PlacedWord> ArticlePlaces::of(Xapian::docid docid) {
  const auto languages = columns_.of(FieldId::language).of(docid);
  Lookup lookup{docid,
                languages.empty() ? "" : columns_.of(FieldId::language).values()[languages.front()],
                database_.get_unique_terms(docid) > most_terms,
                {},
                {}};
  for (const RankedWord* word : words_) {
    for (const MatchPattern& pattern : word->patterns) look_up_pattern(pattern, lookup);
  }
  look_up_families(lookup);

  std::vector<PlacedWord> placed = blank_;
  auto positions = lookup.patterns.begin();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::vector<WordPlace>& places = placed[i].places;
    for (const MatchPattern& pattern : words_[i]->patterns) {
      for (Positions& word : *positions) std::ranges::sort(word);
      add_places(pattern, *positions++, places);
    }
    std::ranges::sort(places, {}, &WordPlace::first);
    const auto same_first = [](const WordPlace& a, const WordPlace& b) {
      return a.first == b.first;
    };
    places.erase(std::unique(places.begin(), places.end(), same_first), places.end());
  }
  return placed;
}

void ArticlePlaces::look_up_pattern(const MatchPattern& pattern, Lookup& lookup) {
  std::vector<Positions>& positions = lookup.patterns.emplace_back(pattern.words.size());
  for (std::size_t k = 0; k < pattern.words.size(); ++k) {
    const WordPattern& word = pattern.words[k];
    const std::string* stem = stem_in(lookup.language, word);
    if (word.family && stem == nullptr) continue;
    const bool open_ended = is_open_ended(pattern, word);
    if ((word.family || open_ended) && !lookup.is_long) {
      lookup.families.push_back({first_character(word.term), word.term, stem, &positions[k]});
      continue;
    }
    add_positions(lookup.docid, only_term(word), positions[k]);
    if (word.capitals_only) add_positions(lookup.docid, shouted_term(word.term), positions[k]);
    for (const std::string& form : word.forms) {
      add_positions(lookup.docid, word_term(body_field(), form), positions[k]);
    }
  }
}

void ArticlePlaces::add_positions(Xapian::docid docid, const std::string& term,
                                  Positions& positions) const {
  const auto end = database_.positionlist_end(docid, term);
  for (auto place = database_.positionlist_begin(docid, term); place != end; ++place) {
    if (positions.size() >= most_places) return;
    positions.push_back(*place);
  }
}

// One walk over the article's terms, by initials.
void ArticlePlaces::look_up_families(Lookup& lookup) {
  std::ranges::sort(lookup.families, {}, &Family::initial);
  const auto end = database_.termlist_end(lookup.docid);
  auto term = database_.termlist_begin(lookup.docid);
  for (auto family = lookup.families.begin(); family != lookup.families.end();) {
    // No subrange: clang 14 does not compile those of this library.
    const auto behind = std::find_if(family, lookup.families.end(), [&](const Family& other) {
      return other.initial != family->initial;
    });
    for (term.skip_to(family->initial); term != end; ++term) {
      Token token;
      token.term = *term;
      if (!token.term.starts_with(family->initial)) break;
      const std::string stem = analyzer_.stem(token, lookup.language);
      for (auto one = family; one != behind; ++one) {
        const bool belongs = one->stem != nullptr
                                 ? token.term == one->term || stem == *one->stem
                                 : token.term.starts_with(one->term) &&
                                       character_end(token.term, 0) == one->term.size();
        if (belongs) add_positions(lookup.docid, token.term, *one->positions);
      }
    }
    family = behind;
  }
}

}  // namespace backfile
