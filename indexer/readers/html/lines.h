// Short lines that belong to a story although they are too short to count as prose: a line of
// dialogue, a closing sentence, each in a box of its own rather than in a <p>.
//
// clean.h takes small boxes out of a story, and asks here first. What tells a line from
// boilerplate is where it stands (between paragraphs; a sentence also next to the first or last)
// and what it lacks: links, pictures, fields, lists, names of boilerplate. Each question looks at a
// few nodes only. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/verdict.h"

namespace backfile {

class StoryLines {
 public:
  // Page and verdict must outlive it. `left`: what has already been left out of the story.
  StoryLines(const Page& page, const Verdict& verdict, const Leavings& left);

  // Whether this box, which is in the story, is a line of it.
  bool is_line(std::size_t i) const;

 private:
  bool is_plain(std::size_t i, bool sentence) const;
  std::size_t outermost(std::size_t i) const;
  bool is_like(std::size_t i, std::size_t sibling) const;
  bool is_next_to(std::size_t i, std::size_t sibling) const;

  const Page& page_;
  const Verdict& verdict_;
  // Of each node: its first, second and last child that is prose of the story; 0 if there is none.
  std::vector<std::size_t> first_, second_, last_;
};

}  // namespace backfile
