// Divides the text into chunks that no word reaches across and searches each for stumps. Whether a
// stump found in a chunk is a wanted word, the analyzer decides.
#include "query/snippet/text/look.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/text/skeleton.h"
#include "indexer/text/word_shape.h"
#include "query/matching/match_finder.h"

namespace backfile {
namespace {

// Longer chunks are of scripts without spaces, or not text. They are not analyzed, and neither is
// any chunk after this much effort (in bytes, with a fixed cost for each analysis): every stump in
// them counts as a word.
constexpr std::size_t longest_analyzed = 128;
constexpr std::size_t effort_of_one = 16;
constexpr std::size_t most_effort = std::size_t{512} << 10;

bool parts_words_in(char32_t c) {
  return c < 0x80 && parts_words(static_cast<char>(c));
}

// The chunk around `offset`, which no word reaches across.
std::string_view chunk_around(std::string_view text, std::size_t offset) {
  std::size_t begin = offset, end = offset;
  while (begin > 0 && !parts_words(text[begin - 1])) --begin;
  while (end < text.size() && !parts_words(text[end])) ++end;
  return text.substr(begin, end - begin);
}

// Finds the chunk of a text that a place in its skeleton belongs to. Places must come in order.
class Chunks {
 public:
  Chunks(std::string_view text, std::u32string_view skeleton) : text_(text), skeleton_(skeleton) {}

  // Moves to the chunk with this place.
  void move_to(std::size_t place) {
    auto parted = std::ranges::count_if(skeleton_.substr(begin_, place - begin_), parts_words_in);
    for (; parted > 0; ++text_begin_) parted -= parts_words(text_[text_begin_]) ? 1 : 0;
    for (; place > begin_ && !parts_words_in(skeleton_[place - 1]); --place) continue;
    begin_ = place;
    const auto rest = skeleton_.substr(begin_);
    end_ = begin_ +
           static_cast<std::size_t>(std::ranges::find_if(rest, parts_words_in) - rest.begin());
  }

  std::string_view text() const { return chunk_around(text_, text_begin_); }
  std::u32string_view skeleton() const { return skeleton_.substr(begin_, end_ - begin_); }
  std::size_t end() const { return end_; }

 private:
  std::string_view text_;
  std::u32string_view skeleton_;
  std::size_t text_begin_ = 0, begin_ = 0, end_ = 0;
};

// The index of two characters in the table of beginnings.
constexpr std::size_t row_size = 64;
std::size_t row_of(char32_t first) {
  return first % row_size * row_size;
}
std::size_t pair_of(char32_t first, char32_t second) {
  return row_of(first) + second % row_size;
}

// Whether words may begin differently from their stem: bhean -> bean, memukul -> pukul, يستخدم ->
// استخدم, இவ்வூர் -> ஊர்.
bool may_begin_otherwise(const std::u32string& stem, const std::string& language) {
  if (language == "ar") return stem.starts_with(U'ا');
  if (language == "ta") return stem.find_first_of(U"உஊஒஓ") == 0;
  return language == "ga" || language == "id";
}

// How much the end of a stem may differ from the word: city -> citi, dying -> die, chevaux ->
// cheval, récemment -> récent, kitabı -> kitap, joukkue -> joukue. As much as the most frequent
// words of each language need, some 100,000 of them.
std::size_t loose_end(const std::u32string& stem) {
  const std::size_t firm = stem.find_last_not_of(U"aeiouyq") + 1;
  return std::max({stem.size() - firm, stem.size() / 3, std::size_t{1}});
}

// What all words with this stem contain; may be empty.
std::u32string stump_of(const std::u32string& stem, const std::string& language) {
  constexpr char32_t thai = 0xE00;  // nothing from here on is stemmed
  if (std::ranges::all_of(stem, [](char32_t c) { return c >= thai; })) return stem;
  const std::size_t begin = may_begin_otherwise(stem, language) ? 1 : 0;
  const std::size_t end = stem.size() - std::min(stem.size(), loose_end(stem));
  return begin < end ? stem.substr(begin, end - begin) : std::u32string();
}

// Behind these, a word may go on.
bool is_tie(char32_t c) {
  constexpr std::u32string_view ties = U"-&.,:;_\u2010\u2011";
  return is_digit(c) || ties.find(c) != ties.npos;
}

// What `rest`, behind an apostrophe or a colon, begins with: letters before a tie.
bool begins_with_ending(std::string_view rest) {
  constexpr std::size_t longest_ending = 4;
  std::size_t next = 0;
  for (std::size_t letters = 0; letters <= longest_ending && next < rest.size(); ++letters) {
    const char32_t c = take_code_point(rest, next);
    if (parts_words_in(c)) return false;
    if (!is_tie(c)) continue;
    return letters > 0 && (is_digit(c) || (next < rest.size() && !parts_words(rest[next])));
  }
  return false;
}

// Whether a word with the sign at `offset` may have fewer letters than its skeleton: what stands
// behind an apostrophe or a colon and before a tie may be left out (Britain's-400, EU:n-400;
// compound.h), and so may the iota that is written below, a mark that folding makes a letter.
bool is_odd(std::string_view text, std::size_t offset) {
  constexpr char32_t iota_below = 0x345;
  const char32_t sign = take_code_point(text, offset);
  if (sign != ':' && !is_apostrophe(sign)) return sign == iota_below;
  return begins_with_ending(text.substr(offset));
}

// What such signs are or begin with in UTF-8.
constexpr std::string_view odd_bytes = "':\xE2\xCA\xEF\xCD";

}  // namespace

QuickLook::QuickLook(std::span<const MatchPattern> patterns, const std::string& language,
                     Analyzer& analyzer)
    : language_(language), analyzer_(analyzer), effort_left_(most_effort) {
  for (const MatchPattern& pattern : patterns) {
    for (const WordPattern& word_pattern : pattern.words) want(word_pattern);
  }
  std::ranges::sort(stumps_);
  stumps_.erase(std::unique(stumps_.begin(), stumps_.end()), stumps_.end());
}

void QuickLook::want(WordPattern word_pattern) {
  word_pattern.capitals_only = false;  // what capitals mean depends on the sentence
  const std::string* stem = stem_in(language_, word_pattern);
  if (word_pattern.accented.empty() && word_pattern.family && stem == nullptr) return;
  const std::size_t word = word_of(word_pattern);
  const auto search_for_whole = [&](const std::string& term) {
    std::u32string skeleton = skeleton_of_term(term);
    if (skeleton.empty()) anywhere_.push_back(word);
    search_for(std::move(skeleton), word);
  };
  if (!word_pattern.accented.empty()) {
    search_for_whole(word_pattern.accented);
  } else {
    search_for_whole(word_pattern.term);
    std::ranges::for_each(word_pattern.forms, search_for_whole);
    if (stem != nullptr) search_for(stump_of(skeleton_of_term(*stem), language_), word);
  }
  words_[word].ways.emplace_back().words.push_back(std::move(word_pattern));
}

std::size_t QuickLook::word_of(const WordPattern& word_pattern) {
  const std::u32string skeleton = skeleton_of_term(word_pattern.term);
  const auto same = std::ranges::find(words_, skeleton, &Word::skeleton);
  const auto word = static_cast<std::size_t>(same - words_.begin());
  if (same == words_.end()) words_.push_back({skeleton, {}});
  return word;
}

void QuickLook::search_for(std::u32string text, std::size_t word) {
  if (text.empty()) {
    begins_.fill(true);
  } else if (text.size() == 1) {
    std::fill_n(begins_.begin() + row_of(text[0]), row_size, true);
  } else {
    begins_[pair_of(text[0], text[1])] = true;
  }
  stumps_.push_back({std::move(text), word});
}

std::size_t QuickLook::count(std::string_view text) {
  seen_.assign(words_.size(), false);
  found_ = 0;
  for (const std::size_t word : anywhere_) see(word);
  look_into_odd_chunks(text);  // first, so that everything in them is known
  look_for_stumps(text);
  return found_;
}

void QuickLook::see(std::size_t word) {
  found_ += seen_[word] ? 0 : 1;
  seen_[word] = true;
}

void QuickLook::look_for_stumps(std::string_view text) {
  if (found_ == words_.size()) return;
  std::u32string all = skeleton_of_text(text);
  all += U'\0';  // so that every character has one behind it
  const std::u32string_view view(all.data(), all.size() - 1);
  Chunks chunks(text, view);
  Words unseen;
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (!begins_[pair_of(all[i], all[i + 1])] || parts_words_in(all[i])) continue;
    unseen.clear();
    for_stumps_at(view.substr(i), [&](std::size_t word) {
      if (!seen_[word]) unseen.push_back(word);
    });
    if (unseen.empty()) continue;
    chunks.move_to(i);
    const Words* words = words_in(chunks.text(), [&] { return candidates_in(chunks.skeleton()); });
    std::ranges::for_each(words != nullptr ? *words : unseen, [&](std::size_t word) { see(word); });
    if (words != nullptr) i = chunks.end();
    if (found_ == words_.size()) return;
  }
}

void QuickLook::look_into_odd_chunks(std::string_view text) {
  Words all(words_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  for (const char sign : odd_bytes) {
    std::size_t at = text.find(sign);
    for (; at != text.npos && found_ < words_.size(); at = text.find(sign, at + 1)) {
      if (!is_odd(text, at)) continue;
      const Words* words = words_in(chunk_around(text, at), [&] { return all; });
      std::ranges::for_each(words != nullptr ? *words : all, [&](std::size_t word) { see(word); });
    }
  }
}

// Calls `found` for each word with a stump that `rest` begins with.
void QuickLook::for_stumps_at(std::u32string_view rest, auto found) const {
  auto first = stumps_.begin(), last = stumps_.end();
  for (std::size_t length = 0; first != last; ++length) {
    for (; first != last && first->text.size() == length; ++first) found(first->word);
    if (length == rest.size()) return;
    const auto character = [&](const Stump& stump) { return stump.text[length]; };
    last = std::ranges::upper_bound(first, last, rest[length], {}, character);
    first = std::ranges::lower_bound(first, last, rest[length], {}, character);
  }
}

// The words whose stumps are in the skeleton; some may be there twice.
QuickLook::Words QuickLook::candidates_in(std::u32string_view skeleton) const {
  Words words;
  for (std::size_t i = 0; i < skeleton.size(); ++i) {
    for_stumps_at(skeleton.substr(i), [&](std::size_t word) { words.push_back(word); });
  }
  return words;
}

// Those of the candidates that are in the chunk; nullptr if the chunk is not analyzed.
const QuickLook::Words* QuickLook::words_in(std::string_view chunk, auto candidates) {
  const auto known = known_.find(chunk);
  if (known != known_.end()) return &known->second;
  const std::size_t effort = chunk.size() + effort_of_one;
  if (chunk.size() > longest_analyzed || effort > effort_left_) return nullptr;
  effort_left_ -= effort;
  const std::vector<Token> tokens = analyzer_.analyze(chunk, language_);
  Words words;
  for (const std::size_t word : candidates()) {
    const bool found = !find_matches(tokens, {}, language_, words_[word].ways).empty();
    if (found) words.push_back(word);
  }
  return &known_.emplace(chunk, std::move(words)).first->second;
}

}  // namespace backfile
