// Decides whether a page is about one of the articles on it, is each of them, or is one story of
// which they are parts.
#include "indexer/readers/html/several/articles.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/readers/html/several/bylined.h"
#include "indexer/readers/html/several/candidates.h"
#include "indexer/readers/html/several/day_lines.h"
#include "indexer/readers/html/several/next_stories.h"
#include "indexer/readers/html/several/openings.h"
#include "indexer/readers/html/several/teasers.h"

namespace backfile {
namespace {

// The outermost nodes of a range, those that hold one of `but` opened.
void add_nodes(const Page& page, const NodeRange& range, const std::vector<NodeRange>& but,
               std::vector<std::size_t>& nodes) {
  for (std::size_t i = range.begin; i < range.end;) {
    const NodeRange node{i, page.nodes[i].end};
    const bool kept = std::ranges::any_of(but, [&](const NodeRange& b) { return b.holds(node); });
    const bool opened = std::ranges::any_of(
        but, [&](const NodeRange& b) { return node.holds(b.begin) && b.begin > i; });
    if (!kept && !opened) nodes.push_back(i);
    i = opened ? i + 1 : node.end;
  }
}

class Finder {
 public:
  Finder(const Page& page, const std::vector<Prose>& prose, std::string_view title)
      : page_(page), title_(title), prose_(prose) {
    Candidates found = candidates_of(page, prose_, title);
    candidates_ = std::move(found.stories);
    slight_ = std::move(found.slight);
    beside_ = found.beside;
    if (candidates_.size() < 2) {
      std::vector<Candidate> bylined = bylined_stories(page, prose_, title);
      are_bylined_ = !bylined.empty();
      if (are_bylined_) candidates_ = std::move(bylined);
    }
    if (candidates_.size() > 1) days_ = day_lines(page_, candidates_, title);
    collect_other_headings();
  }

  std::vector<PageArticle> find() {
    if (candidates_.size() > 1 && (is_live(page_, prose_) || have_clock_times()))
      return {PageArticle{}};
    const bool briefs = is_page_of_briefs();
    const auto lead = about();
    if (lead && is_prominent(candidates_[*lead]) && !briefs) return {led_by(candidates_[*lead])};
    const bool several = candidates_.size() + slight_.size() > 1 && !candidates_.empty();
    if (!several || (!briefs && heading_outside())) {
      PageArticle whole;
      whole.others = whole.left_out = next_stories(page_, prose_, title_);
      whole.articles_left_out = whole.others.size();
      return {whole};
    }
    return split(lead);
  }

 private:
  // The page is about this one.
  PageArticle led_by(const Candidate& lead) const {
    PageArticle whole;
    for (const Candidate& other : candidates_) {
      if (&other == &lead || other.nodes.holds(lead.nodes)) continue;
      add_nodes(page_, other.nodes, {lead.nodes}, whole.others);
      whole.articles_left_out += is_whole(other) ? 1 : 0;
    }
    for (const std::size_t below : next_stories(page_, prose_, title_)) {
      if (std::ranges::find(whole.others, below) != whole.others.end()) continue;
      whole.others.push_back(below);
      ++whole.articles_left_out;
    }
    whole.left_out = whole.others;
    return whole;
  }

  // The page is each of them, unless one is neither a story nor a teaser, or most text is
  // elsewhere.
  std::vector<PageArticle> split(std::optional<std::size_t> lead) const {
    // On a front page even long teasers are none of its articles.
    const bool front_page = std::ranges::any_of(candidates_, [&](const Candidate& one) {
      return is_brief(one) && is_of_another_page(page_, one);
    });
    std::vector<Candidate> stories;
    std::vector<Candidate> teasers;
    for (const Candidate& one : candidates_) {
      const bool teaser = front_page && is_of_another_page(page_, one);
      if (!teaser && (is_apart(one) || is_like_others(one))) {
        stories.push_back(one);
      } else if (teaser || is_brief(one)) {
        teasers.push_back(one);
      } else {
        return {PageArticle{}};
      }
    }
    const std::size_t whole = stories.size();
    std::size_t told_of = 0;  // articles that are not read
    for (const Candidate& one : slight_) {
      if (is_slight_story(one))
        stories.push_back(one);
      else if (one.heading == 0 && stands_alone(one))
        ++told_of;
    }
    constexpr std::uint32_t a_paragraph = 60;  // words; one beside the stories is none
    const bool complete =
        hold_nearly_all(stories, teasers) || rest_of(stories, teasers) < a_paragraph;
    if (whole == 0 || stories.size() < 2 || !complete) return {PageArticle{}};
    std::ranges::stable_sort(stories, {}, [](const Candidate& one) { return one.nodes.begin; });
    return each_of(stories, teasers, lead ? candidates_[*lead].nodes.begin : 0, told_of);
  }

  bool is_brief(const Candidate& one) const {
    constexpr std::uint32_t a_story = 25;  // words
    return one.prose < a_story;
  }

  bool is_paragraph(const Candidate& one) const {
    constexpr std::uint32_t longest = 60;  // words
    return one.blocks <= 1 && one.prose < longest;
  }

  // Whether the page is a list of <article>s of one paragraph each and hardly anything else. Parts
  // of one story are longer.
  bool is_page_of_briefs() const {
    return candidates_.size() > 1 && hold_nearly_all(candidates_, {}) &&
           std::ranges::all_of(candidates_, [&](const Candidate& one) {
             return is_paragraph(one) && stands_alone(one);
           });
  }

  // Whether it is a story of its own, not a part of another.
  bool is_apart(const Candidate& one) const {
    const bool first = page_.nodes[one.heading].tag == "h1" && !is_brief(one);
    return are_bylined_ || first || has_facts(one) || stands_alone(one);
  }

  // Whether it is all there, and two boxes beside it that are called the same are stories with
  // facts of their own.
  bool is_like_others(const Candidate& one) const {
    constexpr std::ptrdiff_t several = 2;
    if (is_brief(one) || is_of_another_page(page_, one) || ends_in_link(page_, one.nodes))
      return false;
    const PageNode& box = page_.nodes[one.nodes.begin];
    const auto alike = [&](const Candidate& other) {
      const PageNode& node = page_.nodes[other.nodes.begin];
      return node.parent == box.parent && node.tag == box.tag && node.names == box.names &&
             has_facts(other);
    };
    return std::ranges::count_if(candidates_, alike) >= several;
  }

  // An <article> that has nothing under its headline but a table, a picture or a date; or some text
  // without a headline.
  bool is_slight_story(const Candidate& one) const {
    return stands_alone(one) && !is_all_links(page_, prose_, one.nodes) &&
           (one.heading != 0 || !is_brief(one));
  }

  // Whether it tells something and nothing in it leads to the rest.
  bool is_whole(const Candidate& one) const {
    return told_in(one) > 0 && !is_of_another_page(page_, one) && !ends_in_link(page_, one.nodes);
  }

  // Whether the page calls it an article and it is all there: nothing in it leads to the rest.
  bool stands_alone(const Candidate& one) const {
    return is_article(page_.nodes[one.nodes.begin]) && !is_of_another_page(page_, one) &&
           !ends_in_link(page_, one.nodes);
  }

  // `lead`: the one that has the title of the page, and with it what the page declares; 0 for none.
  std::vector<PageArticle> each_of(const std::vector<Candidate>& stories,
                                   const std::vector<Candidate>& teasers, std::size_t lead,
                                   std::size_t told_of) const {
    std::vector<PageArticle> all;
    std::set<std::string> anchors;
    std::vector<std::size_t> teaser_nodes;
    for (const Candidate& one : teasers) add_nodes(page_, one.nodes, {}, teaser_nodes);
    std::size_t longest = 0;
    for (const Candidate& one : stories) {
      PageArticle& article = all.emplace_back();
      const std::string number = std::to_string(all.size());
      article.declared = one.nodes.begin == lead;
      if (!article.declared) article.title = one.headline;
      article.nodes = one.nodes;
      article.has_rest = false;
      article.anchor = page_.nodes[one.nodes.begin].attribute("id");
      if (article.anchor.empty()) article.anchor = number;
      while (!anchors.insert(article.anchor).second) article.anchor += '-' + number;
      article.day = day_above(page_, days_, one);
      article.others = teaser_nodes;
      for (const DayLine& day : days_) article.others.push_back(day.node);
      std::ranges::copy(other_headings_, std::back_inserter(article.others));
      add_others(one, stories, article.others);
      if (one.prose > stories[longest].prose) longest = all.size() - 1;
    }
    all[longest].has_rest = true;
    all[longest].left_out = teaser_nodes;
    all[longest].articles_left_out = told_of;
    return all;
  }

  // All nodes of the others, those around it opened.
  void add_others(const Candidate& one, const std::vector<Candidate>& stories,
                  std::vector<std::size_t>& nodes) const {
    for (const Candidate& other : stories) {
      if (&other == &one) continue;
      if (!other.nodes.holds(one.nodes)) {
        add_nodes(page_, other.nodes, {}, nodes);
      } else {
        std::vector<NodeRange> inner = other.inner;  // each removed for itself
        inner.push_back(one.nodes);
        add_nodes(page_, other.nodes, inner, nodes);
      }
    }
  }

  // Headlines outside of all candidates: those of the page.
  void collect_other_headings() {
    if (candidates_.size() + slight_.size() < 2) return;
    std::vector<bool> inside(page_.nodes.size() + 1);
    for (const auto* list : {&candidates_, &slight_}) {
      for (const Candidate& one : *list) {
        for (std::size_t i = one.nodes.begin; i < one.nodes.end; i = page_.nodes[i].end)
          inside[i] = true;
      }
    }
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      inside[i] = inside[i] || inside[page_.nodes[i].parent];
      if (!inside[i] && is_headline(page_.nodes[i])) other_headings_.push_back(i);
    }
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
    return 2 * lead.prose >= prose_[0].prose - prose_in(candidates_);
  }

  bool hold_nearly_all(const std::vector<Candidate>& stories,
                       const std::vector<Candidate>& teasers) const {
    std::uint32_t told = 0;
    for (const Candidate& one : stories) told += told_in(one);
    return 10 * told >= 7 * (told + rest_of(stories, teasers));
  }

  // Words of prose in none of them.
  std::uint32_t rest_of(const std::vector<Candidate>& stories,
                        const std::vector<Candidate>& teasers) const {
    const std::uint32_t held = prose_in(stories) + prose_in(teasers) + beside_;
    return prose_[0].prose - std::min(prose_[0].prose, held);
  }

  // The words of a brief that is too short to count as prose, below its headline.
  std::uint32_t told_in(const Candidate& one) const {
    const std::uint32_t headline = one.heading == 0 ? 0 : prose_[one.heading].words;
    return one.prose > 0 ? one.prose : one.words - std::min(one.words, headline);
  }

  static std::uint32_t prose_in(const std::vector<Candidate>& candidates) {
    std::uint32_t words = 0;
    for (const Candidate& one : candidates) words += one.prose;
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
    return are_bylined_ ||
           std::ranges::all_of(candidates_, [&](const Candidate& one) { return has_facts(one); });
  }

  bool has_facts(const Candidate& one) const {
    return one.heading != 0 &&
           (has_facts_near(page_, prose_, one.nodes.begin, one.heading, one.nodes.end) ||
            has_byline(page_, one.heading) || !day_above(page_, days_, one).empty());
  }

  // "14:32" above each and no name: posts of one story.
  bool have_clock_times() const {
    return std::ranges::all_of(candidates_, [&](const Candidate& one) {
      const std::size_t end = page_.nodes[one.nodes.begin].end;
      for (std::size_t i = one.nodes.begin; i < end; ++i) {
        if (page_.nodes[i].tag == "time") return is_clock_time(page_.line_of(i, longest_headline));
      }
      return false;
    });
  }

  static bool is_clock_time(std::string_view line) {
    constexpr std::size_t longest = 12;  // "11:59:59 p.m."
    return line.size() <= longest && line.find_first_of(":.") != std::string_view::npos &&
           !line.empty() && line[0] >= '0' && line[0] <= '9' && !names_year(line);
  }

  const Page& page_;
  std::string_view title_;
  const std::vector<Prose>& prose_;
  std::vector<Candidate> candidates_, slight_;
  std::uint32_t beside_ = 0;  // words of prose where no candidates are looked for
  std::vector<DayLine> days_;
  bool are_bylined_ = false;  // no elements mark them, but headlines with a byline
  std::vector<std::size_t> other_headings_;
};

// Most pages have one headline or one article: there is nothing to decide. Lines below headings are
// read last, as reading them costs most.
bool may_hold_several(const Page& page) {
  std::size_t headlines = 0, articles = 0, bylined = 0;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) continue;
    articles += may_be_article(node) ? 1 : 0;
    if (node.tag == "h1") {
      ++headlines;
    } else if (is_headline(node)) {
      const bool next = headlines > 0 && may_open_story(page, i) && opens_another(page, i);
      headlines += next ? 1 : 0;
    }
    if (headlines > 1 || articles > 1) return true;
  }
  for (std::size_t i = 1; i < page.nodes.size() && bylined < 2; ++i)
    bylined += may_open_bylined_story(page, i) ? 1 : 0;
  return bylined > 1;
}

}  // namespace

std::vector<PageArticle> articles_of(const Page& page, const std::vector<Prose>& prose,
                                     std::string_view title) {
  std::vector<PageArticle> all{PageArticle{}};
  if (may_hold_several(page)) all = Finder(page, prose, title).find();
  const auto rest = std::ranges::find(all, true, &PageArticle::has_rest);
  rest->articles_left_out += articles_beside(page);
  return all;
}

PagePart without_nodes(const Page& page, const std::vector<std::size_t>& gone_nodes,
                       const NodeRange& asked) {
  std::vector<bool> gone(page.nodes.size());
  for (const std::size_t node : gone_nodes) gone[node] = true;
  std::vector<std::size_t> kept_before(page.nodes.size() + 1);
  PagePart part;
  Page& result = part.page;
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
  if (asked.begin > 1) part.nodes = {kept_before[asked.begin], kept_before[asked.end]};
  return part;
}

}  // namespace backfile
