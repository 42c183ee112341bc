// Whether an element of a page is boilerplate: its tag, role and names weighed against its prose.
//
// Names weigh little: a box of prose amid the story stays whatever it is called, a paragraph
// always; one that asks to subscribe or that readers wrote goes when its own words say so. story.h
// searches with these verdicts, clean.h uses them inside the story. For one thread.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/measure.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {

class Verdict {
 public:
  // `declared`: elements that the page's metadata call part of the story; `prose`: prose_of() the
  // page with these. The page must outlive it.
  Verdict(const Page& page, std::vector<bool> declared, std::vector<Prose> prose);

  // Left out from the outset: hidden or no text. A paragraph hidden from listeners alone stays.
  LeftOut unseen(std::size_t i) const;
  // What boilerplate it is, by tag, role, names and heading; kept if none.
  LeftOut boilerplate(std::size_t i) const;
  // What readers wrote below the headline and prose of the story, however much it is.
  bool is_comments_below_story(std::size_t i) const;
  // What its names promise: above 0 for a story, below for boilerplate.
  int promise(std::size_t i) const;
  const Prose& prose(std::size_t i) const { return prose_[i]; }
  std::vector<Prose> take_prose() { return std::move(prose_); }  // it can judge no more

 private:
  void find_headed_boxes();
  const Measure& measured(std::size_t i) const;
  bool begins_with(std::size_t around, std::size_t inner) const;
  LeftOut by_tag(std::size_t i) const;
  LeftOut against_prose(std::size_t i, std::uint32_t named, std::uint32_t headed) const;
  bool may_be_offer(std::size_t i) const;
  bool is_offer(std::size_t i) const;
  bool is_amid_prose(std::size_t i) const;
  bool is_beside_paragraph(std::size_t i) const;
  bool is_gallery(std::size_t i) const;
  bool holds_comments(std::size_t i) const;
  bool holds_dated_posts(std::size_t i) const;
  std::size_t find_first_prose() const;
  bool holds_fields(std::size_t i) const;
  std::uint32_t boilerplate_names(std::size_t i) const;

  const Page& page_;
  std::vector<bool> declared_;
  std::vector<Prose> prose_;
  std::vector<NameKinds> names_;
  mutable std::vector<Measure> measures_;  // of all that is seen, once somebody asks
  std::vector<std::uint32_t> headed_;      // kinds that the first heading of a box tells
  std::vector<bool> walled_;               // in a box that may be an offer to readers
  std::size_t first_prose_ = 0;            // below the headline; 0: none
};

}  // namespace backfile
