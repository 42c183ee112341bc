// How much text, links, list items, fields a piece of a page holds: the numbers story.h and
// clean.h judge by.
//
// Measures are added up from the leaves to the page in one pass from the last node to the first.
// Plain values; safe on any thread.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

struct Measure {
  double characters = 0;  // of text, runs of spaces counted as one
  double linked = 0;      // of these in links; links within the page count a third
  double in_headings = 0;
  double in_lists = 0;
  double commas = 0;
  double paragraphs = 0;
  double images = 0;
  double items = 0;            // of lists
  double fields = 0;           // of forms
  double embeds = 0;           // players and frames
  double linked_headings = 0;  // that are links to other pages as a whole

  double link_density() const { return characters > 0 ? linked / characters : 0; }
  double heading_density() const { return characters > 0 ? in_headings / characters : 0; }
};

Measure operator+(const Measure& a, const Measure& b);

// What the node holds itself, its children left aside.
Measure own_measure(const PageNode& node);
// What the node makes of itself and its children's sum: in a link, all text is linked.
Measure closed_measure(const PageNode& node, Measure sum);

// Of every node, what is left out not counted.
std::vector<Measure> measure(const Page& page, const Leavings& left);

// Counts the characters of a text, spaces in a row as one, its commas, and those that may be of a
// number in any script.
void read_measure(PageNode& node);

}  // namespace backfile
