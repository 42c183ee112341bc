// Finds the articles of a page by their headlines.
#include "indexer/readers/html/articles.h"

#include <algorithm>
#include <optional>
#include <set>

#include "indexer/readers/html/openings.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/readers/html/prose.h"

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

// What stands about a story near its headline.
struct Facts {
  bool date = false;
  bool author = false;
};

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
      for (const std::size_t below : below_the_story()) whole.others.push_back(below);
      whole.left_out = whole.others;
      return {whole};
    }
    if (candidates_.size() < 2 || heading_outside()) {
      whole.others = whole.left_out = below_the_story();
      return {whole};
    }
    // On a front page even long teasers are none of its articles.
    const bool front_page = std::ranges::any_of(candidates_, [&](const Candidate& one) {
      return is_brief(one) && is_of_another_page(one);
    });
    std::vector<Candidate> stories;
    std::vector<std::size_t> teasers;
    for (const Candidate& one : candidates_) {
      const bool teaser = front_page && is_of_another_page(one);
      if (!teaser && is_apart(one)) {
        stories.push_back(one);
      } else if (teaser || is_brief(one)) {
        teasers.push_back(one.node);
      } else {
        return {whole};
      }
    }
    if (stories.size() < 2 || !hold_nearly_all(stories)) return {whole};
    return each_of(stories, teasers);
  }

 private:
  bool is_brief(const Candidate& one) const {
    constexpr std::uint32_t a_story = 25;  // words
    return prose_[one.node].prose < a_story;
  }

  // Whether it is a story of its own, not a part of another.
  bool is_apart(const Candidate& one) const {
    const bool first = page_.nodes[one.heading].tag == "h1" && !is_brief(one);
    return first || has_facts(one);
  }

  bool is_of_another_page(const Candidate& one) const {
    for (std::size_t i = one.heading; i < page_.nodes[one.node].end; ++i) {
      if (is_headline(page_.nodes[i]) && leads_elsewhere(page_, i)) return true;
    }
    return false;
  }

  std::vector<PageArticle> each_of(const std::vector<Candidate>& stories,
                                   const std::vector<std::size_t>& teasers) const {
    std::vector<PageArticle> all;
    std::set<std::string> anchors;
    for (const Candidate& one : stories) {
      PageArticle& article = all.emplace_back();
      const std::string number = std::to_string(all.size());
      article.title = one.headline;
      article.node = one.node;
      article.has_rest = false;
      article.anchor = page_.nodes[one.node].attribute("id");
      if (article.anchor.empty()) article.anchor = number;
      while (!anchors.insert(article.anchor).second) article.anchor += '-' + number;
      article.others = teasers;
      for (const Candidate& other : stories) {
        if (other.node != one.node) article.others.push_back(other.node);
      }
    }
    const auto prose = [&](const PageArticle& one) { return prose_[one.node].prose; };
    PageArticle& longest = *std::ranges::max_element(all, {}, prose);
    longest.has_rest = true;
    longest.left_out = teasers;
    return all;
  }

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
    return 2 * prose_[lead.node].prose >= prose_[0].prose - prose_in(candidates_);
  }

  bool hold_nearly_all(const std::vector<Candidate>& stories) const {
    return 10 * prose_in(stories) >= 7 * prose_[0].prose;
  }

  std::uint32_t prose_in(const std::vector<Candidate>& candidates) const {
    std::uint32_t words = 0;
    for (const Candidate& one : candidates) words += prose_[one.node].prose;
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

  bool has_facts(const Candidate& one) const {
    const Facts facts = facts_of(one.node, one.heading, page_.nodes[one.node].end);
    return facts.date || facts.author;
  }

  // A date or an author of its own, in the headline or near it, in nodes from `begin` to `end`.
  Facts facts_of(std::size_t begin, std::size_t heading, std::size_t end) const {
    constexpr std::size_t near = 60;  // nodes
    Facts facts;
    bool told = false;  // the story has begun; it may speak of any year
    for (std::size_t i = begin; i < std::min(end, heading + near); ++i) {
      const PageNode& node = page_.nodes[i];
      told = told || (i > heading && prose_[i].own > 0);
      if (node.tag.empty()) {
        facts.date =
            facts.date || (!told && i >= page_.nodes[heading].end && names_year(node.text));
        continue;
      }
      facts.date = facts.date || node.tag == "time" || is_dateline(node);
      facts.author = facts.author || is_byline(node);
    }
    return facts;
  }

  // Behind the headline that is the title: what opens with another headline and has facts of its
  // own, though nothing calls it an article.
  std::vector<std::size_t> below_the_story() {
    std::vector<std::size_t> others;
    std::size_t title = 0;
    std::size_t chapters_end = 0;  // of the element that is the story for sure
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      if (!is_headline(page_.nodes[i])) continue;
      if (title == 0) {
        const bool first = page_.nodes[i].tag == "h1";
        if (!first || !says_title(page_.line_of(i, longest_headline))) continue;
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
      if (headline.empty() || says_title(headline)) continue;
      for (const std::size_t node : story) {
        others.push_back(node);
        i = page_.nodes[node].end - 1;
      }
    }
    return others;
  }

  std::size_t end_of_article(std::size_t i) const {
    for (; i != 0; i = page_.nodes[i].parent) {
      if (is_article(page_.nodes[i])) return page_.nodes[i].end;
    }
    return 0;
  }

  // The box that a headline opens, or the headline and all behind it in the box of the story;
  // nothing if it is no story with facts of its own.
  std::vector<std::size_t> story_around(std::size_t heading, std::size_t title) {
    std::size_t box = heading;
    for (; page_.nodes[box].parent > title && patience_ > 0; --patience_)
      box = page_.nodes[box].parent;
    const std::size_t around = page_.nodes[box].parent;
    if (around == 0 || !opens_with({box, heading, {}})) return {};
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
    const Facts facts = facts_of(box, heading, page_.nodes[nodes.back()].end);
    const bool story = words >= fewest_words && (facts.date || facts.author);
    return story ? nodes : std::vector<std::size_t>{};
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
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) continue;
    const bool first = node.tag == "h1";
    headlines += first || (headlines > 0 && is_headline(node) && may_open_story(page, i) &&
                           opens_another(page, i))
                     ? 1
                     : 0;
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
