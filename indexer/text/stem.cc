// Snowball's stemmers by language and their memo; the lists of stop words are in stop_words.cc.
#include "indexer/text/stem.h"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct Rules {
  std::string_view language;  // ISO 639-1
  const char* snowball;       // Xapian's name
};

constexpr std::array all_rules = {
    Rules{"ar", "arabic"},     Rules{"ca", "catalan"},   Rules{"da", "danish"},
    Rules{"de", "german"},     Rules{"en", "english"},   Rules{"es", "spanish"},
    Rules{"eu", "basque"},     Rules{"fi", "finnish"},   Rules{"fr", "french"},
    Rules{"ga", "irish"},      Rules{"hu", "hungarian"}, Rules{"hy", "armenian"},
    Rules{"id", "indonesian"}, Rules{"it", "italian"},   Rules{"lt", "lithuanian"},
    Rules{"ne", "nepali"},     Rules{"nl", "dutch"},     Rules{"no", "norwegian"},
    Rules{"pt", "portuguese"}, Rules{"ro", "romanian"},  Rules{"ru", "russian"},
    Rules{"sv", "swedish"},    Rules{"ta", "tamil"},     Rules{"tr", "turkish"},
};

std::uint64_t hash_of(std::string_view text, std::uint64_t hash) {  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}
constexpr std::uint64_t hash_seed = 0xcbf29ce484222325u;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Its Russian rules know no ё, its Romanian ones the cedilla but not the comma below.
std::string as_snowball_spells(std::string_view word, std::string_view language) {
  std::string spelled(word);
  if (language == "ru") replace_all(spelled, "ё", "е");
  if (language == "ro") {
    replace_all(spelled, "ș", "ş");
    replace_all(spelled, "ț", "ţ");
  }
  return spelled;
}

}  // namespace

struct Stemmer::Memo {
  static constexpr std::uint8_t no_rules = 0xFF;
  struct Slot {
    std::string word, stem;
    std::uint8_t rules = no_rules;
  };
  // One word a slot; a newcomer takes the place of the old. Frequent words soon come back. As many
  // memos live for one article, they begin small, and double, empty again, while words replace
  // each other.
  static constexpr std::size_t first_slots = std::size_t{1} << 6, most_slots = std::size_t{1} << 12;

  std::array<Xapian::Stem, all_rules.size()> stemmers;
  std::array<bool, all_rules.size()> opened{};
  std::vector<Slot> slots{first_slots};
  std::string kept;  // a word that has no stem

  Slot& slot(std::uint64_t hash) { return slots[hash & (slots.size() - 1)]; }

  Slot& slot_for_newcomer(std::uint64_t hash) {
    if (slot(hash).rules != no_rules && slots.size() < most_slots) {
      slots = std::vector<Slot>(slots.size() * 2);
    }
    return slot(hash);
  }

  const Xapian::Stem& stemmer(std::size_t rules) {
    if (!opened[rules]) {
      stemmers[rules] = Xapian::Stem(all_rules[rules].snowball);
      opened[rules] = true;
    }
    return stemmers[rules];
  }
};

Stemmer::Stemmer() : memo_(std::make_unique<Memo>()) {
}
Stemmer::~Stemmer() = default;

std::string_view Stemmer::stem(std::string_view accented, std::string_view language) {
  std::size_t rules = 0;
  while (rules < all_rules.size() && all_rules[rules].language != language) ++rules;
  if (rules == all_rules.size()) {
    memo_->kept = fold(accented, language).term;
    return memo_->kept;
  }
  const std::uint64_t hash = hash_of(accented, hash_seed + rules);
  const Memo::Slot& known = memo_->slot(hash);
  if (known.rules == rules && known.word == accented) return known.stem;
  Memo::Slot& slot = memo_->slot_for_newcomer(hash);
  slot.word = accented;
  slot.stem = fold(memo_->stemmer(rules)(as_snowball_spells(accented, language)), language).term;
  slot.rules = static_cast<std::uint8_t>(rules);
  return slot.stem;
}

std::string Stemmer::fingerprint() {
  // Endings that every one of the rule sets takes off some word of; any word will do, if it is
  // fixed.
  constexpr std::string_view sample[] = {
      "running",         "nationalities", "generously",  "häuser",    "kategorischen",
      "continuellement", "aimerions",     "cheia",       "torneadas", "abbandonata",
      "pronunciamento",  "huizen",        "lichamelijk", "friskorna", "undersøgelser",
      "opplysningene",   "taloissani",    "важнейшими",  "книгами",   "házaknak",
      "evlerinden",      "casele",        "الكتاب",      "membacakan"};
  std::uint64_t hash = hash_seed;
  for (const Rules& rules : all_rules) {
    const Xapian::Stem stemmer(rules.snowball);
    for (const std::string_view word : sample) hash = hash_of(stemmer(std::string(word)), hash);
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string name;
  for (int shift = 60; shift >= 0; shift -= 4) name += digits[(hash >> shift) & 0xF];
  return name;
}

}  // namespace backfile
