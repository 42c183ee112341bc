// Finds the articles of a page by their headlines.
#include "indexer/readers/html_articles.h"

#include <algorithm>
#include <optional>

#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_names.h"
#include "indexer/readers/html_prose.h"
#include "indexer/readers/html_title.h"

namespace backfile {
namespace {

constexpr std::size_t longest_headline = 500;  // bytes
constexpr std::size_t most_articles = 500;
constexpr std::uint32_t fewest_words = 12;  // a brief

// An element that may be an article, with the headline it opens with.
struct Candidate {
  std::size_t node = 0;
  std::size_t heading = 0;
  std::string headline;
};

bool is_headline(const PageNode& node) {
  return node.tag == "h1" || node.tag == "h2" || node.tag == "h3";
}

// Called "post", "story", "entry" and the like, and nothing else.
bool is_named_article(const PageNode& node) {
  if (node.attributes.empty() || (node.tag != "div" && node.tag != "section" && node.tag != "li"))
    return false;
  return has_any(node, {"| post |", "| story |", "| entry |", "| article |", "| blog post |",
                        "| blogpost |", "| news item |"});
}

class Finder {
 public:
  Finder(const Page& page, std::string_view title)
      : page_(page), title_(title), prose_(prose_of(page, {})) {
    collect();
  }

  std::vector<PageArticle> find() {
    PageArticle whole;
    if (const auto lead = about(); lead && is_prominent(candidates_[*lead])) {
      for (const Candidate& other : candidates_) {
        if (other.node != candidates_[*lead].node) whole.others.push_back(other.node);
      }
      return {whole};
    }
    if (candidates_.size() < 2 || heading_outside()) {
      whole.others = below_the_story();
      return {whole};
    }
    const bool apart = std::ranges::all_of(candidates_, [&](const Candidate& candidate) {
      constexpr std::uint32_t a_story = 25;  // words; less is a teaser of one that stands elsewhere
      return prose_[candidate.node].prose >= a_story &&
             (page_.nodes[candidate.heading].tag == "h1" || has_facts(candidate));
    });
    if (!apart || !hold_nearly_all()) return {whole};
    std::vector<PageArticle> all;
    for (const Candidate& one : candidates_) {
      PageArticle& article = all.emplace_back();
      article.title = one.headline;
      article.anchor = page_.nodes[one.node].attribute("id");
      for (const Candidate& other : candidates_) {
        if (other.node != one.node) article.others.push_back(other.node);
      }
    }
    return all;
  }

 private:
  // The outermost elements that are articles; one that only holds others is none.
  void collect() {
    for (std::size_t i = 1; i < page_.nodes.size() && candidates_.size() < most_articles;) {
      const PageNode& node = page_.nodes[i];
      if (node.tag == "nav" || node.tag == "aside" || node.tag == "footer" || is_beside(node) ||
          is_hidden(node)) {
        i = node.end;
        continue;
      }
      std::optional<Candidate> found;
      if ((is_article(node) || is_named_article(node)) && prose_[i].prose >= fewest_words)
        found = candidate(i);
      if (found) candidates_.push_back(std::move(*found));
      i = found ? node.end : i + 1;
    }
  }

  // What opens with a headline and holds no second article.
  std::optional<Candidate> candidate(std::size_t i) {
    std::size_t heading = 0;
    std::size_t inner_articles = 0;
    const std::size_t cost = page_.nodes[i].end - i;
    if (cost > patience_) return std::nullopt;
    patience_ -= cost;
    for (std::size_t inner = i + 1; inner < page_.nodes[i].end; ++inner) {
      const PageNode& node = page_.nodes[inner];
      if (heading == 0 && prose_[inner].own > 0) return std::nullopt;
      if (heading == 0 && is_headline(node)) heading = inner;
      inner_articles += is_article(node) && prose_[inner].prose >= fewest_words ? 1 : 0;
    }
    if (heading == 0 || inner_articles > 1) return std::nullopt;
    std::string headline = page_.line_of(heading, longest_headline);
    if (headline.empty()) return std::nullopt;
    return Candidate{i, heading, std::move(headline)};
  }

  // The candidate that has the title of the page.
  std::optional<std::size_t> about() const {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (says_title(candidates_[i].headline)) return i;
    }
    return std::nullopt;
  }

  // "The Tide | The Lantern" says "The Tide".
  bool says_title(std::string_view headline) const {
    if (title_.empty()) return false;
    if (same_title(headline, title_)) return true;
    constexpr std::size_t shortest = 12;
    return headline.size() >= shortest && title_.find(headline) != std::string_view::npos;
  }

  // Whether it is no teaser of a story that stands elsewhere on the page.
  bool is_prominent(const Candidate& lead) const {
    return 2 * prose_[lead.node].prose >= prose_[0].prose - prose_in_candidates();
  }

  bool hold_nearly_all() const { return 10 * prose_in_candidates() >= 7 * prose_[0].prose; }

  std::uint32_t prose_in_candidates() const {
    std::uint32_t words = 0;
    for (const Candidate& one : candidates_) words += prose_[one.node].prose;
    return words;
  }

  // Whether the title of the page is a headline outside of all: they are parts of one story.
  bool heading_outside() const {
    std::size_t next = 0;
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      if (next < candidates_.size() && i == candidates_[next].node) {
        i = page_.nodes[i].end - 1;
        ++next;
        continue;
      }
      if ((page_.nodes[i].tag != "h1" && page_.nodes[i].tag != "h2") || title_.empty()) continue;
      if (says_title(page_.line_of(i, longest_headline)) && !all_have_facts()) return true;
    }
    return false;
  }

  bool all_have_facts() const {
    return std::ranges::all_of(candidates_, [&](const Candidate& one) { return has_facts(one); });
  }

  // A date, an author or an address of its own, in the headline or near it.
  bool has_facts(const Candidate& one) const {
    constexpr std::size_t near = 60;  // nodes
    const std::size_t end = std::min(page_.nodes[one.node].end, one.heading + near);
    for (std::size_t i = one.node; i < end; ++i) {
      const PageNode& node = page_.nodes[i];
      if (node.tag.empty()) continue;
      if (node.tag == "time" || is_byline(node) || is_dateline(node)) return true;
    }
    return false;
  }

  // Behind the headline that is the title: what opens with another <h1> and has facts of its own,
  // though nothing calls it an article.
  std::vector<std::size_t> below_the_story() {
    std::vector<std::size_t> others;
    std::size_t title = 0;
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      if (page_.nodes[i].tag != "h1") continue;
      std::string headline = page_.line_of(i, longest_headline);
      if (title == 0) {
        if (says_title(headline)) title = i;
        continue;
      }
      if (headline.empty() || says_title(headline)) continue;
      std::size_t around = i;
      for (; page_.nodes[around].parent > title && patience_ > 0; --patience_)
        around = page_.nodes[around].parent;
      if (page_.nodes[around].parent == 0 || around == i) continue;
      const Candidate one{around, i, std::move(headline)};
      if (prose_[around].prose >= fewest_words && opens_with(one) && has_facts(one)) {
        others.push_back(around);
        i = page_.nodes[around].end - 1;
      }
    }
    return others;
  }

  bool opens_with(const Candidate& one) const {
    for (std::size_t i = one.node; i < one.heading; ++i) {
      if (prose_[i].own > 0) return false;
    }
    return true;
  }

  const Page& page_;
  std::string_view title_;
  std::vector<Prose> prose_;
  std::vector<Candidate> candidates_;
  std::size_t patience_ = 1'000'000;  // nodes; boxes in boxes in boxes are no articles
};

// Most pages have one headline, or one article: nothing to look into.
bool may_hold_several(const Page& page) {
  std::size_t headlines = 0;
  std::size_t articles = 0;
  for (const PageNode& node : page.nodes) {
    if (node.tag.empty()) continue;
    headlines += node.tag == "h1" ? 1 : 0;
    articles += is_article(node) || is_named_article(node) ? 1 : 0;
  }
  return headlines > 1 || articles > 1;
}

}  // namespace

std::vector<PageArticle> articles_of(const Page& page, std::string_view title) {
  if (!may_hold_several(page)) return {PageArticle{}};
  return Finder(page, title).find();
}

Page without_nodes(const Page& page, const std::vector<std::size_t>& nodes) {
  std::vector<bool> gone(page.nodes.size());
  for (const std::size_t node : nodes) gone[node] = true;
  std::vector<std::size_t> kept_before(page.nodes.size() + 1);
  Page result;
  for (std::size_t i = 0; i < page.nodes.size(); ++i) {
    if (i > 0) gone[i] = gone[i] || gone[page.nodes[i].parent];
    kept_before[i] = result.nodes.size();
    if (!gone[i]) result.nodes.push_back(page.nodes[i]);
  }
  kept_before[page.nodes.size()] = result.nodes.size();
  for (PageNode& node : result.nodes) {
    node.parent = kept_before[node.parent];
    node.end = kept_before[node.end];
  }
  return result;
}

}  // namespace backfile
