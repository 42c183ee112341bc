// Finds the articles of a page by their headlines.
#include "indexer/readers/html_articles.h"

#include <algorithm>
#include <optional>

#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_names.h"
#include "indexer/readers/html_phrases.h"
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

// What stands about a story near its headline.
struct Facts {
  bool date = false;
  bool author = false;
};

// A short text with a year in it: "9 January 2017 by Una Vray".
bool names_year(std::string_view text) {
  constexpr std::size_t longest = 100;
  if (text.size() > longest) return false;
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if ((text[i] != '1' && text[i] != '2') || (i > 0 && is_digit(i - 1))) continue;
    const std::string_view century = text.substr(i, 2);
    if (century != "18" && century != "19" && century != "20") continue;
    if (is_digit(i + 2) && is_digit(i + 3) && !is_digit(i + 4)) return true;
  }
  return false;
}

bool is_headline(const PageNode& node) {
  const std::string& tag = node.tag;
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '3';
}

// Called "post", "story", "entry" and the like, and nothing else.
bool is_named_article(const PageNode& node) {
  if (node.attributes.empty() || (node.tag != "div" && node.tag != "section" && node.tag != "li"))
    return false;
  return has_any(node, {"| post |", "| story |", "| entry |", "| article |", "| blog post |",
                        "| blogpost |", "| news item |"});
}

// Whether a line with a date or a name follows a heading, and prose follows that.
bool may_open_story(const Page& page, std::size_t heading) {
  constexpr std::size_t near = 40;     // nodes
  constexpr std::size_t a_text = 100;  // bytes
  const std::size_t end = std::min(page.nodes.size(), page.nodes[heading].end + near);
  bool facts = false;
  for (std::size_t i = page.nodes[heading].end; i < end; ++i) {
    const PageNode& node = page.nodes[i];
    if (is_headline(node)) return false;
    if (node.tag.empty() && node.text.size() >= a_text) return facts;
    facts = facts || node.tag == "time" || names_year(node.text) ||
            (!node.attributes.empty() && (is_byline(node) || is_dateline(node)));
  }
  return false;
}

// The element right before a headline that says "Next story", or 0.
std::size_t label_before(const Page& page, std::size_t i) {
  constexpr std::size_t longest_label = 60;
  constexpr std::size_t most_before = 8;  // nodes
  for (std::size_t before = i; --before > page.nodes[i].parent && i - before < most_before;) {
    if (page.nodes[before].parent != page.nodes[i].parent || page.nodes[before].tag.empty())
      continue;
    const std::string label = page.line_of(before, longest_label);
    return kind_of_heading(label) == names::related ? before : 0;
  }
  return 0;
}

// A headline that leads to a page of its own or stands below "Next story", not that of a chapter.
bool opens_another(const Page& page, std::size_t i) {
  for (std::size_t inner = i + 1; inner < page.nodes[i].end; ++inner) {
    const std::string_view href = page.nodes[inner].attribute("href");
    if (page.nodes[inner].tag == "a" && !href.empty() && href.find('#') == std::string_view::npos)
      return true;
  }
  return label_before(page, i) != 0;
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
