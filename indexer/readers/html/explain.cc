// Walks a page with the decisions made on it.
#include "indexer/readers/html/explain.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/unseen.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// "section.comments", "div#main", "p".
std::string name_of(const PageNode& node) {
  std::string name = node.tag;
  const std::string_view id = node.attribute("id");
  const std::string_view classes = node.attribute("class");
  const std::size_t first = classes.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos) {
    const std::string_view rest = classes.substr(first);
    name += '.' + std::string(rest.substr(0, rest.find_first_of(" \t\r\n")));
  } else if (!id.empty()) {
    name += '#' + std::string(id);
  }
  constexpr std::size_t longest = 60;
  return tidy_line(
      std::string_view(name).substr(0, code_point_floor(name, std::min(name.size(), longest))));
}

// The element and the two around it.
std::string place_of(const Page& page, std::size_t i) {
  std::string place = name_of(page.nodes[i]);
  std::size_t around = page.nodes[i].parent;
  for (int level = 0; level < 2 && around != 0; ++level) {
    if (page.nodes[around].tag == "body" || page.nodes[around].tag == "html") break;
    place = name_of(page.nodes[around]) + " > " + place;
    around = page.nodes[around].parent;
  }
  return place;
}

// Text of a subtree, a space between blocks.
std::string line_of_all(const Page& page, std::size_t i) {
  std::string text;
  for (std::size_t inner = i; inner < page.nodes[i].end;) {
    const PageNode& node = page.nodes[inner];
    if (inner > i && is_never_text(node)) {
      inner = node.end;
      continue;
    }
    if (is_block(node) || node.tag == "br") text += ' ';
    text += node.text;
    ++inner;
  }
  return tidy_line(text);
}

class Explainer {
 public:
  Explainer(const Page& page, const PageStory& story) : page_(page), story_(story) {}

  std::vector<ExplainedBlock> explain(NodeRange range) {
    for (std::size_t i = range.begin; i < std::min(range.end, page_.nodes.size());) {
      while (!open_.empty() && page_.nodes[open_.back()].end <= i) {
        flush();
        open_.pop_back();
      }
      const PageNode& node = page_.nodes[i];
      const LeftOut why = story_.left[i];
      if (why != LeftOut::kept) {
        flush();
        const std::size_t element = node.tag.empty() ? node.parent : i;
        if (why != LeftOut::no_text) add(element, line_of_all(page_, i), reason_text(why));
        i = node.end;
        continue;
      }
      if (is_block(node)) {
        flush();
        open_.push_back(i);
      }
      if (node.tag == "br") text_ += ' ';
      text_ += node.text;
      ++i;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void flush() {
    if (!open_.empty()) add(open_.back(), tidy_line(text_), {});
    text_.clear();
  }

  void add(std::size_t i, std::string line, std::string_view why) {
    const std::uint32_t words = words_in(line);
    if (words == 0) return;
    blocks_.push_back({place_of(page_, i), std::string(why), words, std::move(line)});
  }

  const Page& page_;
  const PageStory& story_;
  std::vector<std::size_t> open_;
  std::string text_;
  std::vector<ExplainedBlock> blocks_;
};

// Prose that is hidden in the story, such as what a button below the first paragraph shows, belongs
// to it; what is hidden elsewhere on the page does not, unless it is a text for browsers without
// scripts or for scripts to fill in.
class HiddenStory {
 public:
  HiddenStory(const Page& page, const PageStory& story) : page_(page), story_(story) {}

  // `i`: an element that is left out, in one that is kept.
  std::uint32_t prose_in(std::size_t i) {
    std::uint32_t words = 0;
    for (std::size_t inner = i; inner < page_.nodes[i].end;) {
      const LeftOut why = story_.left[inner];
      const bool unseen = why == LeftOut::hidden || why == LeftOut::unscripted;
      if (unseen) words += unseen_in_story(inner);
      const bool open = why == LeftOut::kept || why == LeftOut::outside || why == LeftOut::clutter;
      inner = open ? inner + 1 : page_.nodes[inner].end;
    }
    return words;
  }

 private:
  std::uint32_t unseen_in_story(std::size_t i) {
    const PageNode& node = page_.nodes[i];
    if ((kinds_of_names(node).sure & (names::boilerplate | names::clutter)) != 0) return 0;
    if (around_.empty()) find_story();
    constexpr std::uint32_t a_story = 40;  // words; a request to turn scripts on has fewer
    const bool whole = is_stand_in(node) && node.tag != "textarea";
    const std::uint32_t words = around_[node.parent] || whole ? unseen_prose(page_, i) : 0;
    return around_[node.parent] || words >= a_story ? words : 0;
  }

  // What has a paragraph of the story for a child, or is an <article> with one, holds the story,
  // and so does whatever lies in it.
  void find_story() {
    const std::size_t size = page_.nodes.size();
    around_.resize(size);
    std::vector<bool> tells(size);
    for (std::size_t i = size; i-- > 1;) {
      const bool paragraph = story_.left[i] == LeftOut::kept && story_.prose[i].own > 0;
      const std::size_t parent = page_.nodes[i].parent;
      if (paragraph || tells[i]) tells[parent] = true;
      if (paragraph) around_[parent] = true;
      if (tells[i] && is_article(page_.nodes[i])) around_[i] = true;
    }
    for (std::size_t i = 1; i < size; ++i) {
      if (around_[page_.nodes[i].parent]) around_[i] = true;
    }
  }

  const Page& page_;
  const PageStory& story_;
  std::vector<bool> around_;
};

// On a page of a few words sentences that are too short to count as prose may be all that it tells.
void count_short_sentences(const Page& page, const PageStory& story, NodeRange range,
                           Leftovers& leftovers) {
  std::size_t left_end = 0;
  for (std::size_t i = range.begin; i < std::min(range.end, page.nodes.size());) {
    const LeftOut why = i < left_end ? LeftOut::kept : story.left[i];
    if (why == LeftOut::outside) left_end = page.nodes[i].end;
    const bool apart = why != LeftOut::kept && why != LeftOut::outside;  // counted, or no prose
    const bool told = !apart && story.prose[i].prose == 0;
    const std::uint32_t words = told ? words_of_sentence(page, i) : 0;
    (i < left_end ? leftovers.prose : leftovers.prose_kept) += words;
    const bool passed = words > 0 || story.prose[i].own > 0 || apart;
    i = passed ? page.nodes[i].end : i + 1;
  }
}

}  // namespace

Leftovers count_leftovers(const Page& page, const PageStory& story, NodeRange range) {
  constexpr std::uint64_t few_words = 60;
  Leftovers leftovers;
  HiddenStory hidden(page, story);
  for (std::size_t i = range.begin; i < std::min(range.end, page.nodes.size());) {
    const LeftOut why = story.left[i];
    if (why == LeftOut::kept) {
      leftovers.prose_kept += story.prose[i].own;
      ++i;
      continue;
    }
    const bool unseen = why == LeftOut::hidden || why == LeftOut::unscripted;
    const std::uint32_t words = unseen ? words_in(line_of_all(page, i)) : story.prose[i].words;
    const bool counts = why != LeftOut::no_text && words > 0;
    if (counts) leftovers.words[std::string(reason_text(why))] += words;
    if (counts && why != LeftOut::comments && why != LeftOut::heading)
      leftovers.prose += story.prose[i].prose;
    leftovers.prose += hidden.prose_in(i);
    i = page.nodes[i].end;
  }
  if (leftovers.prose_kept < few_words) count_short_sentences(page, story, range, leftovers);
  return leftovers;
}

std::vector<ExplainedBlock> explain_blocks(const Page& page, const PageStory& story,
                                           NodeRange range) {
  return Explainer(page, story).explain(range);
}

}  // namespace backfile
