// Where the headline stands on a page, and what stands near it.
//
// A byline or a date between headline and story is the article's; one further away may be of
// another story, one above the headline of the masthead. dates.cc and byline.cc ask.
// Plain values that point into the page; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/title.h"

namespace backfile {

class HeadlinePlace {
 public:
  // The first heading, or short block, that says `title`; else the first <h1>; else the first
  // inline element that says `title`.
  HeadlinePlace(const Page& page, std::string_view title);

  // Whether the node lies below the headline with no more than a standfirst, a caption and a byline
  // between.
  bool stands_over(std::size_t node) const;
  // Whether the node lies close above it, with no navigation between, and in no masthead.
  bool stands_under(std::size_t node) const;
  // Whether a box of the site's frame holds it: above the headline a masthead, below it a footer.
  bool stands_in_frame(std::size_t node) const;
  // Whether a date above the headline that nothing labels is the story's and not the masthead's.
  // `looks_like_today`: it names the day of the week, as mastheads do; `has_clock`: and the time.
  bool opens_story(std::size_t node, bool looks_like_today, bool has_clock) const;
  // Whether it stands behind all of the story, which has a box of its own with the headline.
  bool stands_behind_story(std::size_t node) const;
  // Whether a box behind the <article> that tells the story holds it, and is not called after that.
  bool stands_outside_article(std::size_t node) const;
  // Whether it stands in a box beside the story, such as a column of the page.
  bool stands_in_side_box(std::size_t node) const;
  // Whether it ends a few words above the headline, whatever stands between.
  bool ends_shortly_above(std::size_t node) const;
  // Either of them, or the headline lies inside of the node.
  bool is_near(std::size_t node) const;
  // Whether the page has a headline.
  bool is_known() const { return node_ != 0; }
  // Whether the node ends before the headline begins.
  bool comes_after(std::size_t node) const;
  // Characters of text in a node.
  std::size_t text_in(std::size_t node) const;
  // Whether that may hold a date: what has fewer numerals does not.
  bool may_hold_date(std::size_t node) const;

 private:
  void measure();
  void find(std::string_view title);
  std::size_t find_inline(const SameTitle& says_title) const;
  bool lies_in(std::size_t node) const;
  std::size_t box_of_both(std::size_t node) const;  // the innermost with node and headline
  std::size_t child_of(std::size_t around, std::size_t node) const;
  bool is_told_in_box_of_own(std::size_t around) const;
  bool is_in_parted_masthead(std::size_t node, std::size_t around) const;
  bool is_row_over_story(std::size_t node, std::size_t around) const;
  bool is_line_below_menu(std::size_t node, std::size_t around) const;

  const Page& page_;
  std::vector<std::size_t> text_before_, linked_before_;  // of each node, in characters
  std::vector<std::size_t> numerals_before_;
  std::size_t node_ = 0;  // 0: none
};

}  // namespace backfile
