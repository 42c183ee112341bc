// Walks the headlines behind the title. One that opens a story with facts of its own ends the story
// before it, with all that its box holds.
#include "indexer/readers/html/several/next_stories.h"

#include <string>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/several/openings.h"

namespace backfile {
namespace {

constexpr std::uint32_t fewest_words = 12;

class NextStories {
 public:
  NextStories(const Page& page, const std::vector<Prose>& prose) : page_(page), prose_(prose) {}

  std::vector<std::size_t> find(std::string_view page_title) {
    std::vector<std::size_t> others;
    std::size_t title = 0;
    std::size_t chapters_end = 0;  // of the element that is the story for sure
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      if (!is_headline(page_.nodes[i])) continue;
      if (title == 0) {
        const bool first = page_.nodes[i].tag == "h1";
        if (!first || !says_title(page_title, page_.line_of(i, longest_headline))) continue;
        title = i;
        chapters_end = end_of_article(i);
        continue;
      }
      if (page_.nodes[i].tag != "h1" &&
          (i < chapters_end || !may_open_story(page_, i) || !opens_another(page_, i)))
        continue;
      const std::vector<std::size_t> story = story_around(i, title);
      if (story.empty()) continue;
      const std::string headline = page_.line_of(i, longest_headline);
      if (headline.empty() || says_title(page_title, headline)) continue;
      for (const std::size_t node : story) {
        others.push_back(node);
        i = page_.nodes[node].end - 1;
      }
    }
    return others;
  }

 private:
  std::size_t end_of_article(std::size_t i) const {
    for (; i != 0; i = page_.nodes[i].parent) {
      if (is_article(page_.nodes[i])) return page_.nodes[i].end;
    }
    return 0;
  }

  // The box that a headline opens, or the headline and all behind it in the box of the story;
  // nothing if that is not a story with facts of its own.
  std::vector<std::size_t> story_around(std::size_t heading, std::size_t title) {
    std::size_t box = heading;
    for (; page_.nodes[box].parent > title && patience_ > 0; --patience_)
      box = page_.nodes[box].parent;
    const std::size_t around = page_.nodes[box].parent;
    if (around == 0 || !opens_with(box, heading)) return {};
    std::vector<std::size_t> nodes{box};
    std::uint32_t words = prose_[box].prose;
    if (box == heading) {
      if (const std::size_t label = label_before(page_, heading); label > title)
        nodes = {label, box};
      for (std::size_t next = page_.nodes[box].end; next < page_.nodes[around].end;
           next = page_.nodes[next].end) {
        nodes.push_back(next);
        words += prose_[next].prose;
      }
    }
    const bool story = words >= fewest_words &&
                       has_facts_near(page_, prose_, box, heading, page_.nodes[nodes.back()].end);
    return story ? nodes : std::vector<std::size_t>{};
  }

  bool opens_with(std::size_t box, std::size_t heading) const {
    for (std::size_t i = box; i < heading; ++i) {
      if (prose_[i].own > 0) return false;
    }
    return true;
  }

  const Page& page_;
  const std::vector<Prose>& prose_;
  std::size_t patience_ = 1'000'000;  // nodes; boxes in boxes in boxes are no articles
};

}  // namespace

std::vector<std::size_t> next_stories(const Page& page, const std::vector<Prose>& prose,
                                      std::string_view title) {
  return NextStories(page, prose).find(title);
}

}  // namespace backfile
