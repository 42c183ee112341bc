// Collects the elements that may be articles, each with its headline, then decides whether the page
// is about one of them, is each of them, or is one story of which they are parts.
#include "indexer/readers/html/articles.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "indexer/readers/html/next_stories.h"
#include "indexer/readers/html/openings.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/readers/html/prose.h"

namespace backfile {
namespace {

constexpr std::size_t most_articles = 500;
constexpr std::uint32_t fewest_words = 12;  // of what no <article> holds

// An element that may be an article, with the headline that opens it.
struct Candidate {
  std::size_t node = 0;
  std::size_t heading = 0;
  std::string headline;
};

// Called "post", "story", "entry" and the like, and nothing else.
bool is_named_article(const PageNode& node) {
  if (node.attributes.empty() || (node.tag != "div" && node.tag != "section" && node.tag != "li"))
    return false;
  return has_any(node, {"| post |", "| story |", "| entry |", "| article |", "| blog post |",
                        "| blogpost |", "| news item |"});
}

// <h4> to <h6>: they open articles inside <article>, and many other things elsewhere.
bool is_low_heading(const PageNode& node) {
  return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '4' && node.tag[1] <= '6';
}

class Finder {
 public:
  Finder(const Page& page, std::string_view title)
      : page_(page), title_(title), prose_(prose_of(page, {})) {
    collect();
    collect_other_headings();
  }

  std::vector<PageArticle> find() {
    PageArticle whole;
    const bool briefs = is_page_of_briefs();
    const auto lead = about();
    if (lead && is_prominent(candidates_[*lead]) && !briefs) {
      for (const Candidate& other : candidates_) {
        if (other.node == candidates_[*lead].node) continue;
        whole.others.push_back(other.node);
        whole.articles_left_out += is_whole(other) ? 1 : 0;
      }
      for (const std::size_t below : next_stories(page_, prose_, title_)) {
        if (std::ranges::find(whole.others, below) != whole.others.end()) continue;
        whole.others.push_back(below);
        ++whole.articles_left_out;
      }
      whole.left_out = whole.others;
      return {whole};
    }
    if (candidates_.size() < 2 || (!briefs && heading_outside())) {
      whole.others = whole.left_out = next_stories(page_, prose_, title_);
      whole.articles_left_out = whole.others.size();
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
    return each_of(stories, teasers, lead ? candidates_[*lead].node : 0);
  }

 private:
  bool is_brief(const Candidate& one) const {
    constexpr std::uint32_t a_story = 25;  // words
    return prose_[one.node].prose < a_story;
  }

  bool is_paragraph(const Candidate& one) const {
    constexpr std::uint32_t longest = 60;  // words
    return prose_[one.node].blocks <= 1 && prose_[one.node].prose < longest;
  }

  // Whether the page is a list of <article>s of one paragraph each and hardly anything else. Parts
  // of one story are longer.
  bool is_page_of_briefs() const {
    return candidates_.size() > 1 && hold_nearly_all(candidates_) &&
           std::ranges::all_of(candidates_, [&](const Candidate& one) {
             return is_paragraph(one) && stands_alone(one);
           });
  }

  // Whether it is a story of its own, not a part of another.
  bool is_apart(const Candidate& one) const {
    const bool first = page_.nodes[one.heading].tag == "h1" && !is_brief(one);
    return first || has_facts(one) || (stands_alone(one) && (is_paragraph(one) || !has_other_h1()));
  }

  // Whether it tells something and nothing in it leads to the rest.
  bool is_whole(const Candidate& one) const {
    return told_in(one) > 0 && !is_of_another_page(one) && !ends_in_link(one.node);
  }

  // Whether the page calls it an article and it is all there: nothing in it leads to the rest.
  bool stands_alone(const Candidate& one) const {
    return is_article(page_.nodes[one.node]) && !is_of_another_page(one) && !ends_in_link(one.node);
  }

  // "Read more": the last text is a link by itself, to another page.
  bool ends_in_link(std::size_t node) const {
    for (std::size_t i = page_.nodes[node].end; --i > node;) {
      if (!page_.nodes[i].tag.empty() || page_.nodes[i].characters == 0) continue;
      std::size_t around = i;
      while (around > node && page_.nodes[around].tag != "a") around = page_.nodes[around].parent;
      return around > node && leads_elsewhere(page_, page_.nodes[around].parent) &&
             is_line_by_itself(around, node) && page_.nodes[around].attribute("rel") != "tag";
    }
    return false;
  }

  // Whether the block around a link, no larger than the element `most`, holds nothing but the link.
  bool is_line_by_itself(std::size_t link, std::size_t most) const {
    std::size_t block = link;
    while (block > most && !is_block(page_.nodes[block])) block = page_.nodes[block].parent;
    return block == most ||
           page_.line_of(block, longest_headline) == page_.line_of(link, longest_headline);
  }

  bool has_other_h1() const {
    return std::ranges::any_of(other_headings_,
                               [&](std::size_t i) { return page_.nodes[i].tag == "h1"; });
  }

  bool is_of_another_page(const Candidate& one) const {
    for (std::size_t i = one.heading; i < page_.nodes[one.node].end; ++i) {
      const bool heading = i == one.heading || is_headline(page_.nodes[i]);
      if (heading && leads_elsewhere(page_, i)) return true;
    }
    return false;
  }

  // `lead`: the one that has the title of the page, and with it what the page declares; 0 for none.
  std::vector<PageArticle> each_of(const std::vector<Candidate>& stories,
                                   const std::vector<std::size_t>& teasers,
                                   std::size_t lead) const {
    std::vector<PageArticle> all;
    std::set<std::string> anchors;
    for (const Candidate& one : stories) {
      PageArticle& article = all.emplace_back();
      const std::string number = std::to_string(all.size());
      if (one.node != lead) article.title = one.headline;
      article.node = one.node;
      article.has_rest = false;
      article.anchor = page_.nodes[one.node].attribute("id");
      if (article.anchor.empty()) article.anchor = number;
      while (!anchors.insert(article.anchor).second) article.anchor += '-' + number;
      article.others = teasers;
      std::ranges::copy(other_headings_, std::back_inserter(article.others));
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

  // Headlines outside of all candidates: those of the page.
  void collect_other_headings() {
    if (candidates_.size() < 2) return;
    std::size_t next = 0;
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      if (next < candidates_.size() && i == candidates_[next].node) {
        i = page_.nodes[i].end - 1;
        ++next;
      } else if (is_headline(page_.nodes[i])) {
        const std::size_t end = page_.nodes[i].end;
        if (next < candidates_.size() && candidates_[next].node < end) continue;  // holds one
        other_headings_.push_back(i);
        i = end - 1;
      }
    }
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
      if (is_article(node) ? has_story(i)
                           : is_named_article(node) && prose_[i].prose >= fewest_words)
        found = candidate(i);
      if (found) candidates_.push_back(std::move(*found));
      i = found ? node.end : i + 1;
    }
  }

  // Whether an <article> has enough text: a brief may be a sentence of four words.
  bool has_story(std::size_t i) const {
    constexpr std::size_t most_nodes = 200;
    if (prose_[i].prose >= fewest_words) return true;
    const std::size_t end = page_.nodes[i].end;
    if (end - i > most_nodes) return false;
    for (std::size_t inner = i + 1; inner < end; ++inner) {
      if (words_of_sentence(page_, inner) > 0) return true;
    }
    return false;
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
      const bool opens = is_headline(node) || (is_article(page_.nodes[i]) && is_low_heading(node));
      if (heading == 0 && opens) heading = inner;
      inner_articles += is_article(node) && has_story(inner) ? 1 : 0;
    }
    if (heading == 0 || inner_articles > 1) return std::nullopt;
    std::string headline = page_.line_of(heading, longest_headline);
    if (headline.empty()) return std::nullopt;
    return Candidate{i, heading, std::move(headline)};
  }

  // The candidate that has the title of the page.
  std::optional<std::size_t> about() const {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      if (says_title(title_, candidates_[i].headline)) return i;
    }
    return std::nullopt;
  }

  // Whether it is not just a teaser of a story elsewhere on the page.
  bool is_prominent(const Candidate& lead) const {
    return 2 * prose_[lead.node].prose >= prose_[0].prose - prose_in(candidates_);
  }

  bool hold_nearly_all(const std::vector<Candidate>& stories) const {
    std::uint32_t told = 0;
    for (const Candidate& one : stories) told += told_in(one);
    return 10 * told >= 7 * (told + prose_[0].prose - prose_in(stories));
  }

  // The words of a brief that is too short to count as prose, below its headline.
  std::uint32_t told_in(const Candidate& one) const {
    const Prose& all = prose_[one.node];
    return all.prose > 0 ? all.prose : all.words - prose_[one.heading].words;
  }

  std::uint32_t prose_in(const std::vector<Candidate>& candidates) const {
    std::uint32_t words = 0;
    for (const Candidate& one : candidates) words += prose_[one.node].prose;
    return words;
  }

  // Whether the title of the page is a headline outside of all: they are parts of one story.
  bool heading_outside() const {
    return std::ranges::any_of(other_headings_, [&](std::size_t i) {
      return page_.nodes[i].tag != "h3" && !title_.empty() &&
             says_title(title_, page_.line_of(i, longest_headline)) && !all_have_facts();
    });
  }

  bool all_have_facts() const {
    return std::ranges::all_of(candidates_, [&](const Candidate& one) { return has_facts(one); });
  }

  bool has_facts(const Candidate& one) const {
    return has_facts_near(page_, prose_, one.node, one.heading, page_.nodes[one.node].end);
  }

  const Page& page_;
  std::string_view title_;
  std::vector<Prose> prose_;
  std::vector<Candidate> candidates_;
  std::vector<std::size_t> other_headings_;
  std::size_t patience_ = 1'000'000;  // nodes; boxes in boxes in boxes are no articles
};

// Most pages have one headline or one article: there is nothing to decide.
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
