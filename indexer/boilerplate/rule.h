// What is boilerplate, as a value: learnt by learner.h, removed by boilerplate.h, shown to people.
//
// Plain values; safe on any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/article/article.h"

namespace backfile {

// Where an article has the boilerplate. A rule for an end holds there alone: the same words in the
// middle of a story are quoted.
enum class BoilerplatePlace : std::uint8_t {
  head,         // a paragraph that opens the body
  foot,         // one that closes it
  anywhere,     // a paragraph of nearly every article, wherever it stands
  title,        // the whole title: the name of the site
  title_start,  // the title up to a separator, as in "The Lantern | ..."
  title_end,    // the title from a separator on
  subtitle,     // the motto of the site
  box,          // a paragraph in one element of its pages, of which all goes or nothing
};
inline constexpr std::array<std::string_view, 8> boilerplate_places = {
    "head", "foot", "anywhere", "title", "title start", "title end", "subtitle", "box"};

struct BoilerplateRule {
  std::string source;  // boilerplate_source() of the articles it holds for
  BoilerplatePlace place = BoilerplatePlace::foot;
  // line_key() of a paragraph, region_key() of one in a box, stable_hash() of anything else.
  std::uint64_t key = 0;
  bool heads_links = false;    // the few short lines below it differ from page to page and go along
  std::uint64_t articles = 0;  // that have it, of those looked at
  std::uint64_t of = 0;        // looked at: all of the source, or a sample of thousands
  std::string example = {};    // as one article has it; empty where nobody asked

  friend bool operator==(const BoilerplateRule&, const BoilerplateRule&) = default;
};

// Whose boilerplate an article may have: the host of its address, else what it names as its source,
// else the first folder of its path.
std::string boilerplate_source(const Article& article);

// A title cut at a separator (" | ", " - ", " – ", ...): "The Lantern | Dam holds". Lengths in
// bytes of what a start and an end would remove, separator included; 0 where there is no separator.
struct TitleCuts {
  std::size_t start = 0, end = 0;
};
TitleCuts title_cuts(std::string_view title);

}  // namespace backfile
