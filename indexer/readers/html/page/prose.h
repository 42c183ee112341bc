// Which blocks of a page are prose: sentences, few links, seen by readers.
//
// Prose is recognized by the text alone, never by the name of an element; story.h weighs names
// against it. Counted once a page, from the leaves up, in one pass. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// Of an element and all that is in it, except for hidden text.
struct Prose {
  std::uint32_t words = 0;   // all; two signs of Han, Kana or Thai count as one
  std::uint32_t prose = 0;   // those in blocks of prose
  std::uint32_t blocks = 0;  // of prose
  std::uint32_t own = 0;     // words of the element itself, if that is such a block

  // Whether most of what it holds is prose.
  bool mostly() const { return 2 * prose > words; }
};

// One for each node. `declared` says of an element that it belongs to the story though it may be
// hidden; empty: none does.
std::vector<Prose> prose_of(const Page& page, const std::vector<bool>& declared);

// The words of a block or a run of text that is a sentence by itself, however short; 0 for anything
// else, and for a line that is one link.
std::uint32_t words_of_sentence(const Page& page, std::size_t node);

// Whether one of the nodes, seen or hidden, is a sentence by itself or a text of some length.
bool has_sentence(const Page& page, NodeRange nodes);

// Words of a text as Prose counts them.
std::uint32_t words_in(std::string_view text);

// Whether a text closes with the end of a sentence, quotes and brackets behind it left aside.
bool ends_with_stop(std::string_view text);

}  // namespace backfile
