// The pieces of a page that may be articles of their own.
//
// Most are elements: <article> and its kin, and boxes called "post" or "story" that open with a
// headline. An article may hold others; what lies in them is not its own. articles.h decides what
// they are. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {

struct Candidate {
  NodeRange nodes = {};     // an element, or a headline and what follows it
  std::size_t heading = 0;  // the headline that opens it; 0: none does
  std::string headline = {};
  std::vector<NodeRange> inner = {};  // articles of their own in it
  // Of it without these, as Prose counts them.
  std::uint32_t prose = 0, words = 0, blocks = 0;
};

struct Candidates {
  std::vector<Candidate> stories;  // with a headline and a sentence, in the order of the page
  // <article>s that lack one of them: a table below a headline, a headline and a date, a text
  // without a headline. They tell nothing about what kind of page it is.
  std::vector<Candidate> slight;
  std::uint32_t beside = 0;  // words of prose in menus, asides, footers and comments
};

// Where no story is looked for: menus, asides, footers, what cannot be seen.
bool is_aside(const PageNode& node);

// Whether an element is one by its tag or by what it is called.
bool may_be_article(const PageNode& node);

// `prose` is prose_of() the page, `title` what the page declares.
Candidates candidates_of(const Page& page, const std::vector<Prose>& prose, std::string_view title);

// Fills what a candidate with these nodes and inner articles holds.
void measure_candidate(const Page& page, const std::vector<Prose>& prose, Candidate& one);

// Whole articles where no story is looked for: in hidden boxes, asides and footers, in what stands
// in for scripts. Those of readers and those that lead to other pages are none.
std::size_t articles_beside(const Page& page);

// Whether the page, or what holds most of it, says that it is a live blog: its posts are one story.
bool is_live(const Page& page, const std::vector<Prose>& prose);

}  // namespace backfile
