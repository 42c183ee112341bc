// Finds the story: blocks of prose vote for the elements around them.
#include "indexer/readers/html/story.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/readers/html/clean.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/measure.h"
#include "indexer/readers/html/pointers.h"
#include "indexer/readers/html/verdict.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr double enough_story = 500;         // characters
constexpr std::size_t longest_byline = 150;  // bytes
constexpr std::size_t longest_standfirst = 1000;
constexpr double shortest_voter = 25;
constexpr std::size_t farthest_voted = 5;  // ancestors that a block votes for

// How much the search assumes: a little less at each attempt.
struct Prejudice {
  bool skip_boilerplate;
  bool use_names;
  bool clean;
  bool by_votes;  // else: what holds nearly all prose
};
constexpr std::array attempts = {
    Prejudice{true, true, true, true}, Prejudice{true, true, true, false},
    Prejudice{false, true, true, true}, Prejudice{false, false, true, true},
    Prejudice{false, false, false, true}};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

double score_of_tag(std::string_view tag) {
  if (tag == "div" || tag == "article" || tag == "main" || tag == "section") return 5;
  if (is_one_of(tag, {"pre", "td", "blockquote"})) return 3;
  if (is_one_of(tag, {"address", "dd", "dl", "dt", "form", "li", "ol", "ul"})) return -3;
  if (is_one_of(tag, {"h1", "h2", "h3", "h4", "h5", "h6", "th"})) return -5;
  return 0;
}

// Whether a node is what one of the selectors names: ".class", "#id" or "tag.class".
bool is_selected(const PageNode& node, std::string_view selector) {
  const std::size_t mark = std::min(selector.find_first_of(".#"), selector.size());
  if (mark > 0 && node.tag != selector.substr(0, mark)) return false;
  if (mark == selector.size()) return mark > 0;
  const std::string_view name = selector.substr(mark + 1);
  if (selector[mark] == '#') return !name.empty() && node.attribute("id") == name;
  const std::string classes = ' ' + std::string(node.attribute("class")) + ' ';
  return !name.empty() && classes.find(' ' + std::string(name) + ' ') != std::string::npos;
}

std::vector<bool> selected(const Page& page, const std::vector<std::string>& selectors) {
  std::vector<bool> result;
  if (selectors.empty()) return result;
  result.resize(page.nodes.size());
  for (std::size_t i = 1; i < result.size(); ++i) {
    result[i] = !page.nodes[i].tag.empty() &&
                std::ranges::any_of(selectors, [&](const std::string& selector) {
                  return is_selected(page.nodes[i], selector);
                });
  }
  return result;
}

class Search {
 public:
  Search(const Page& page, const Verdict& verdict, const StoryFacts& facts, Prejudice prejudice)
      : page_(page), verdict_(verdict), facts_(facts), prejudice_(prejudice) {
    drop_what_is_no_story();
    candidates_ = kept_prose(0);
    measures_ = measure(page_, left_);
    vote();
  }

  // The story that was found, as a record of what lies outside of it.
  const Leavings& outside() {
    if (prejudice_.by_votes) {
      const std::size_t first = best();
      const std::vector<std::size_t> more = further_pieces(first);
      keep_with_siblings(widen(first), more);
    } else {
      std::vector<bool> keep(page_.nodes.size());
      keep[holder_of_prose()] = true;
      drop_all_but(keep);
    }
    clean_story(page_, verdict_, {facts_.title, prejudice_.use_names, prejudice_.clean}, left_);
    return left_;
  }

  // Whether it has most of the prose that could have been the story.
  bool is_most() const {
    constexpr double a_story = 20;  // words
    const double found = kept_prose(0);
    return found >= a_story && found >= 0.6 * candidates_;
  }
  // Whether it is a small part of it, of a page that has no story told in one piece.
  bool is_fragment() const {
    constexpr double long_story = 150;  // words
    const double found = kept_prose(0);
    return found < long_story && found < 0.45 * candidates_;
  }

 private:
  void drop_what_is_no_story() {
    left_.resize(page_.nodes.size());
    for (std::size_t i = 1; i < page_.nodes.size();) {
      left_[i] = no_story(i);
      i = left_[i] != LeftOut::kept ? page_.nodes[i].end : i + 1;
    }
  }

  LeftOut no_story(std::size_t i) const {
    const PageNode& node = page_.nodes[i];
    if (node.tag.empty()) return LeftOut::kept;
    if (const LeftOut why = verdict_.unseen(i); why != LeftOut::kept) return why;
    if (prejudice_.skip_boilerplate || is_one_of(node.tag, {"footer", "aside"})) {
      if (const LeftOut why = verdict_.boilerplate(i); why != LeftOut::kept) return why;
    }
    if (verdict_.is_comments_below_story(i)) return LeftOut::comments;
    if (const LeftOut why = pointer(page_, i); why != LeftOut::kept) return why;
    // A date that stands by itself, not in a sentence.
    if (node.tag == "time" && !is_in_prose(i)) return LeftOut::byline;
    if (node.attributes.empty()) return LeftOut::kept;
    if (verdict_.prose(i).prose == 0 && (is_byline(node) || is_date_alone(i)) &&
        !page_.line_of(i, longest_byline).empty()) {
      return LeftOut::byline;
    }
    const bool again = !facts_.subtitle.empty() && is_standfirst(node) &&
                       page_.line_of(i, longest_standfirst) == facts_.subtitle;
    return again ? LeftOut::standfirst : LeftOut::kept;
  }

  bool is_in_prose(std::size_t i) const {
    constexpr int most_levels = 10;
    for (int level = 0; level < most_levels && !is_block(page_.nodes[i]); ++level)
      i = page_.nodes[i].parent;
    return verdict_.prose(i).own > 0;
  }

  // Called after the date, and a line with figures.
  bool is_date_alone(std::size_t i) const {
    if (!is_dateline(page_.nodes[i]) || is_in_prose(i)) return false;
    return page_.line_of(i, longest_byline).find_first_of("0123456789") != std::string::npos;
  }

  // Every block with text of its own votes for the elements around it, most for the nearest.
  void vote() {
    const std::size_t size = page_.nodes.size();
    std::vector<Measure> own(size);
    std::vector<std::size_t> block(size, 0);
    std::vector<bool> has_blocks(size);
    std::vector<bool> out(size);
    for (std::size_t i = 1; i < size; ++i) {
      const PageNode& node = page_.nodes[i];
      out[i] = left_[i] != LeftOut::kept || out[node.parent];
      block[i] = is_block(node) ? i : block[node.parent];
      if (out[i]) continue;
      if (block[i] == i) has_blocks[block[node.parent]] = true;
      if (node.characters > 0) own[block[i]] = own[block[i]] + own_measure(node);
    }
    scores_.assign(size, 0);
    std::vector<bool> voted(size);
    for (std::size_t i = 1; i < size; ++i) {
      if (out[i] || block[i] != i || own[i].characters < shortest_voter) continue;
      if (is_one_of(page_.nodes[i].tag,
                    {"li", "dt", "dd", "th", "h1", "figcaption", "caption", "address"}))
        continue;
      const double worth =
          1 + own[i].commas + 1 + std::min(std::floor(own[i].characters / 100), 3.0);
      std::size_t ancestor = has_blocks[i] && page_.nodes[i].tag != "p" ? i : page_.nodes[i].parent;
      for (std::size_t level = 0; level < farthest_voted && ancestor != 0; ++level) {
        if (!voted[ancestor]) scores_[ancestor] = first_score(ancestor);
        voted[ancestor] = true;
        scores_[ancestor] += worth / (level == 0   ? 1.0
                                      : level == 1 ? 2.0
                                                   : 3.0 * static_cast<double>(level));
        ancestor = page_.nodes[ancestor].parent;
      }
    }
    for (std::size_t i = 1; i < size; ++i) scores_[i] *= 1 - measures_[i].link_density();
  }

  // Words of prose in an element, without what was dropped.
  double kept_prose(std::size_t i) const {
    double words = 0;
    for (std::size_t inner = i; inner < page_.nodes[i].end;) {
      const bool kept = left_[inner] == LeftOut::kept || inner == i;
      if (kept && verdict_.prose(inner).own > 0) words += verdict_.prose(inner).own;
      inner = kept ? inner + 1 : page_.nodes[inner].end;
    }
    return words;
  }

  double first_score(std::size_t i) const {
    return score_of_tag(page_.nodes[i].tag) + (prejudice_.use_names ? verdict_.promise(i) : 0);
  }

  std::size_t best() const {
    const auto top = std::ranges::max_element(scores_);
    return *top > 0 ? static_cast<std::size_t>(top - scores_.begin()) : 0;
  }

  // The smallest element with nearly all prose of the page.
  std::size_t holder_of_prose() const {
    const auto prose = [&](std::size_t i) { return verdict_.prose(i).prose; };
    std::size_t holder = 0;
    for (std::size_t child = 1; child < page_.nodes[holder].end;) {
      const bool nearly_all = 10 * prose(child) >= 8 * prose(0) && left_[child] == LeftOut::kept;
      if (nearly_all) holder = child;
      child = nearly_all ? child + 1 : page_.nodes[child].end;
    }
    return holder;
  }

  // From the best element outwards, as long as what is around it is of the same story.
  std::size_t widen(std::size_t top) const {
    if (top == 0) return 0;
    top = common_ancestor(top);
    double last = scores_[top];
    const double threshold = last / 3;
    for (std::size_t i = page_.nodes[top].parent; i != 0 && page_.nodes[i].tag != "body";
         i = page_.nodes[i].parent) {
      if (scores_[i] == 0) continue;
      if (scores_[i] < threshold) break;
      if (scores_[i] > last) {
        top = i;
        break;
      }
      last = scores_[i];
    }
    top = widen_to_article(top);
    while (is_only_child(top) && page_.nodes[page_.nodes[top].parent].tag != "body")
      top = page_.nodes[top].parent;
    return top;
  }

  // An <article> around it that holds more prose is the whole story.
  std::size_t widen_to_article(std::size_t top) const {
    for (std::size_t i = page_.nodes[top].parent; i != 0; i = page_.nodes[i].parent) {
      if (!is_article(page_.nodes[i])) continue;
      const double more = kept_prose(i);
      return more > 1.1 * kept_prose(top) ? i : top;
    }
    return top;
  }

  // Where several elements score nearly as well, the one that holds them.
  std::size_t common_ancestor(std::size_t top) const {
    constexpr std::size_t candidates = 5;
    constexpr std::size_t fewest = 3;
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i < scores_.size(); ++i) {
      if (i != top && scores_[i] >= 0.75 * scores_[top]) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return scores_[i]; });
    if (order.size() > candidates - 1) order.resize(candidates - 1);
    for (std::size_t i = page_.nodes[top].parent; i != 0 && page_.nodes[i].tag != "body";
         i = page_.nodes[i].parent) {
      const auto inside = [&](std::size_t other) {
        return other > i && other < page_.nodes[i].end;
      };
      if (static_cast<std::size_t>(std::ranges::count_if(order, inside)) >= fewest) return i;
    }
    return top;
  }

  bool is_only_child(std::size_t i) const {
    const std::size_t parent = page_.nodes[i].parent;
    if (parent == 0 || page_.nodes[parent].parent == 0) return false;
    for (std::size_t child = parent + 1; child < page_.nodes[parent].end;
         child = page_.nodes[child].end) {
      if (child != i && left_[child] == LeftOut::kept && !page_.nodes[child].tag.empty())
        return false;
    }
    return true;
  }

  // A story that is cut in pieces, with pictures or advertisements between: elements like the best
  // one, and nearly as good.
  std::vector<std::size_t> further_pieces(std::size_t first) const {
    std::vector<std::size_t> pieces;
    const std::string_view name = page_.nodes[first].attribute("class");
    if (first == 0 || name.empty()) return pieces;
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      const PageNode& node = page_.nodes[i];
      const bool apart = i > page_.nodes[first].end || node.end <= first;
      if (apart && node.tag == page_.nodes[first].tag && node.attribute("class") == name &&
          scores_[i] >= 0.2 * scores_[first] && measures_[i].link_density() < 0.25) {
        pieces.push_back(i);
      }
    }
    return pieces;
  }

  // Drops all but the story, those beside it that are good enough to belong to it, and the prose
  // between two of them.
  void keep_with_siblings(std::size_t top, const std::vector<std::size_t>& more) {
    if (top == 0) return;
    const std::size_t parent = page_.nodes[top].parent;
    const double threshold = std::max(10.0, 0.2 * scores_[top]);
    std::vector<bool> keep(page_.nodes.size());
    std::vector<std::size_t> between;  // prose since the last that was kept
    bool begun = false;
    for (std::size_t child = parent + 1; child < page_.nodes[parent].end;
         child = page_.nodes[child].end) {
      if (left_[child] != LeftOut::kept && child != top) continue;
      if (child == top || belongs(child, top, threshold)) {
        keep[child] = true;
        for (const std::size_t prose : between) keep[prose] = true;
        between.clear();
        begun = true;
      } else if (begun && verdict_.prose(child).prose > 0 && verdict_.prose(child).mostly()) {
        between.push_back(child);
      }
    }
    for (const std::size_t piece : more) keep[piece] = true;
    drop_all_but(keep);
  }

  // What holds a kept node stays, what lies in one stays, all else goes.
  void drop_all_but(std::vector<bool> keep) {
    std::vector<bool> holds(keep);
    for (std::size_t i = keep.size(); i-- > 1;) {
      if (holds[i]) holds[page_.nodes[i].parent] = true;
    }
    for (std::size_t i = 1; i < keep.size(); ++i) {
      keep[i] = keep[i] || keep[page_.nodes[i].parent];
      if (!keep[i] && !holds[i] && left_[i] == LeftOut::kept) left_[i] = LeftOut::outside;
    }
  }

  bool belongs(std::size_t sibling, std::size_t top, double threshold) const {
    constexpr std::uint32_t a_paragraph = 40;  // words
    const PageNode& node = page_.nodes[sibling];
    const Prose& prose = verdict_.prose(sibling);
    // The story begins above what is best in it.
    if (sibling < top && prose.prose >= a_paragraph && prose.mostly()) return true;
    // Sections of one story, the best of which is the longest.
    const bool sections = node.tag == "section" && page_.nodes[top].tag == "section";
    if (sections && prose.prose > 0 && prose.mostly()) return true;
    const std::string_view name = page_.nodes[top].attribute("class");
    const double bonus = !name.empty() && node.attribute("class") == name ? 0.2 * scores_[top] : 0;
    if (scores_[sibling] != 0 && scores_[sibling] + bonus >= threshold) return true;
    if (node.tag != "p") return false;
    const Measure& held = measures_[sibling];
    if (held.characters > 80) return held.link_density() < 0.25;
    const std::string text = page_.line_of(sibling, longest_byline);
    return held.characters > 0 && held.linked == 0 && text.find(". ") != std::string::npos;
  }

  const Page& page_;
  const Verdict& verdict_;
  const StoryFacts& facts_;
  const Prejudice prejudice_;
  Leavings left_;
  double candidates_ = 0;  // words of prose that are not boilerplate
  std::vector<Measure> measures_;
  std::vector<double> scores_;
};

}  // namespace

PageStory find_story(const Page& page, const std::vector<Prose>& prose, const StoryFacts& facts) {
  const std::vector<bool> declared = selected(page, facts.paywalled);
  Verdict verdict(page, declared, declared.empty() ? prose : prose_of(page, declared));
  Leavings best;
  double longest = -1;
  for (const Prejudice prejudice : attempts) {
    Search search(page, verdict, facts, prejudice);
    const Leavings& outside = search.outside();
    const double length = measure(page, outside)[0].characters;
    if (length > longest) {
      longest = length;
      best = outside;
    }
    const bool enough = longest >= enough_story && !(prejudice.by_votes && search.is_fragment());
    if (enough || search.is_most()) break;
  }
  return {std::move(best), verdict.take_prose()};
}

}  // namespace backfile
