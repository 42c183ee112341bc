// What the class and id of an element say about it, read as words.
//
// A name is split at hyphens, underscores and humps (`socialCare`, `social-care`); each word is
// looked up whole, never as a fragment, so that `remarks` is no mark and `extract` no extra. A name
// that holds a word of boilerplate and one that nobody knows (`share-price`) is doubtful: it may as
// well be called after what the story is about. hints.h asks. Pure; safe on any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// Kinds of things around a story and in it, as bits.
namespace names {
constexpr std::uint32_t navigation = 1;    // menus, paths of links, pages of results
constexpr std::uint32_t frame = 2;         // headers, footers, side columns of the page
constexpr std::uint32_t comments = 4;      // what readers wrote
constexpr std::uint32_t related = 8;       // other stories
constexpr std::uint32_t ask = 16;          // subscribe, sign up, accept cookies
constexpr std::uint32_t advert = 32;       // advertisements
constexpr std::uint32_t share = 64;        // buttons to pass the story on
constexpr std::uint32_t clutter = 128;     // widgets, tags, and other small parts
constexpr std::uint32_t story = 256;       // the story, or what holds it
constexpr std::uint32_t caption = 512;     // stands under a picture
constexpr std::uint32_t note = 1024;       // footnotes and the marks that lead to them
constexpr std::uint32_t gallery = 2048;    // pictures to leaf through
constexpr std::uint32_t structure = 4096;  // "box", "list", "wrapper": says nothing
constexpr std::uint32_t modifier = 8192;   // "has", "no": the name tells of something else
constexpr std::uint32_t offer = 16384;  // a paywall: the story behind it, or an offer to subscribe
constexpr std::uint32_t boilerplate =
    navigation | frame | comments | related | ask | advert | share;
}  // namespace names

struct NameKinds {
  std::uint32_t sure = 0;      // of names all of whose words are known
  std::uint32_t doubtful = 0;  // of names that hold an unknown word as well
};

// Splits class and id of an element and looks their words up: fills PageNode::names and the kinds.
// `class="mainNav post"` gives "| main nav | post |": all words in lower case, a space around each,
// a bar around each name, so that a phrase is found by looking for " author bio ", a whole name by
// "| date |".
void read_names(PageNode& node);

// Letters of a text as bits: what lacks a letter of a phrase does not hold it.
constexpr std::uint32_t letters_in(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) letters |= c >= 'a' && c <= 'z' ? 1U << (c - 'a') : 0;
  return letters;
}

// Words to look for: " author bio ", or with bars for a whole name, "| date |". All begin with a
// space or a bar, of which the words of a node are full, so what is behind it is looked for.
struct Phrase {
  consteval Phrase(const char* words) : text(words), letters(letters_in(words)) {}
  std::string_view text;
  std::uint32_t letters;
};

bool holds_phrase(std::string_view words, std::string_view phrase);

inline bool has_phrase(const PageNode& node, const Phrase& phrase) {
  return (phrase.letters & ~node.name_letters) == 0 && holds_phrase(node.names, phrase.text);
}

inline bool has_any(const PageNode& node, std::initializer_list<Phrase> phrases) {
  return std::ranges::any_of(phrases,
                             [&](const Phrase& phrase) { return has_phrase(node, phrase); });
}

inline const std::string& name_words(const PageNode& node) {
  return node.names;
}
inline NameKinds kinds_of_names(const PageNode& node) {
  return {node.sure_kinds, node.doubtful_kinds};
}

}  // namespace backfile
