// The dates that readers see on a page, near the headline first.
//
// A date that stands between the headline and the story is the article's; one that stands above the
// headline may be the masthead's, which says the day on which the page was saved: it counts least,
// and only where nothing shows that it is the site's (masthead.h).
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/date_tokens.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/html/facts/masthead.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_line = 300;  // bytes
constexpr std::size_t longest_date = 60;
constexpr std::size_t longest_label = 80;  // before a <time>

// How surely a date is the article's, best first.
enum Rank : std::size_t {
  declared,          // itemprop, below the headline or around it
  labelled,          // "Published", below the headline
  below,             // beside or below the headline
  above,             // "Published", above it
  elsewhere,         // declared or labelled, far from the headline
  shown,             // a <time> or an element named after a date, far from it
  by_address,        // the address of the page
  above_unlabelled,  // above it, in the box of the story
  ranks
};

struct Shown {
  DateEvidence published, modified;  // empty: nothing of the kind
};

bool names_date(const PageNode& node, std::string_view itemprop) {
  return node.attribute("itemprop").find(itemprop) != std::string_view::npos;
}

bool has_class(const PageNode& node, std::string_view word) {
  const std::string names = ' ' + std::string(node.attribute("class")) + ' ';
  return names.find(' ' + std::string(word) + ' ') != std::string::npos;
}

class DatesOfPage {
 public:
  DatesOfPage(const Page& page, const HeadlinePlace& headline, const OtherScopes& others,
              DayOrder order)
      : page_(page), headline_(headline), others_(others), order_(order) {}

  void offer_to(Article& article) {
    if (!article.published.empty() && !article.modified.empty()) return;  // nothing is missing
    collect();
    for (std::size_t rank = 0; rank < ranks; ++rank) {
      if (rank == by_address) {
        offer_published(article, "the address", date_in_address(article.url));
        continue;
      }
      for (const Shown& shown : found_[rank]) {
        offer_published(article, shown.published.where, shown.published.text, order_);
        offer_modified(article, shown.modified.where, shown.modified.text, order_);
      }
    }
  }

 private:
  void collect() {
    for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
      const PageNode& node = page_.nodes[i];
      if (node.tag.empty()) {
        if (headline_.may_hold_date(i) && headline_.is_near(i) && is_line(i)) add_line(i, false);
        continue;
      }
      if (is_beside(node) || others_.holds(i) || is_event_date(node) ||
          (is_never_text(node) && node.tag != "meta" && node.tag != "head")) {
        i = node.end - 1;
        continue;
      }
      look_at(i);
    }
  }

  void look_at(std::size_t i) {
    const PageNode& node = page_.nodes[i];
    const bool published = names_date(node, "datePublished");
    const bool modified = names_date(node, "dateModified");
    if (published || modified) return add_declared(i, published, modified);
    if (node.tag == "time") return add_time(i);
    const bool named = is_dateline(node) || is_byline(node);
    if (named || is_block(node)) return add_line(i, named);
    const bool short_inline =
        headline_.text_in(i) <= longest_date && headline_.may_hold_date(i) && headline_.is_near(i);
    const DatedLine own =
        short_inline ? read_dated_line(page_.line_of(i, longest_line), order_) : DatedLine();
    if (!own.published.empty() || !own.modified.empty()) add_time(i);
  }

  // For machines, else for people.
  std::string stated(std::size_t i) const {
    const PageNode& node = page_.nodes[i];
    for (const std::string_view attribute :
         {"datetime", "content", "data-datetime", "data-timestamp", "data-time", "title"}) {
      const std::string_view value = node.attribute(attribute);
      Article scratch;
      offer_published(scratch, "x", value, order_);
      if (!scratch.published.empty()) return std::string(value);
    }
    return page_.line_of(i, longest_line);
  }

  void add_declared(std::size_t i, bool published, bool modified) {
    const std::string text = stated(i);
    const std::string where = published ? "itemprop=datePublished" : "itemprop=dateModified";
    const DateEvidence evidence{where, text};
    const Rank rank = headline_.is_near(i) ? declared : elsewhere;
    if (published) found_[rank].push_back({evidence, {}});
    if (modified) found_[rank].push_back({{}, evidence});
  }

  // What the words before a <time> in its line make of it.
  DatedLine label_of(std::size_t i) const {
    std::string before;
    for (std::size_t k = page_.nodes[i].parent + 1; k < i; ++k) {
      const PageNode& node = page_.nodes[k];
      const bool apart = ends_line(node) || node.tag == "time";
      if (apart) before.clear();
      before += node.text;
      if (apart) k = node.end - 1;
    }
    if (before.size() > 10 * longest_label) return {};
    before = tidy_line(before);
    if (before.size() > longest_label) return {};
    return read_dated_line(before + " 2000-01-01", order_);
  }

  static bool ends_line(const PageNode& node) {
    return node.tag == "br" || node.tag == "hr" || is_block(node);
  }

  // A run of text with nothing but line breaks around it: "By Ann Leeward<br>3 May 2014<br>", or
  // the same within <small> or <font>.
  bool is_line(std::size_t i) const { return opens_line(i) && closes_line(i); }

  bool is_blank(std::size_t i) const {
    return page_.nodes[i].tag.empty() && page_.nodes[i].characters == 0;
  }

  // Whether the line may begin or end with an inline element that does.
  bool goes_on_around(std::size_t i) const {
    const PageNode& node = page_.nodes[i];
    return !is_block(node) && !node.tag.empty() && node.tag != "a" && node.tag != "time";
  }

  bool opens_line(std::size_t i) const {
    for (;; i = page_.nodes[i].parent) {
      const std::size_t parent = page_.nodes[i].parent;
      std::size_t before = parent;
      for (std::size_t k = parent + 1; k < i; k = page_.nodes[k].end)
        before = is_blank(k) ? before : k;
      if (before != parent) return ends_line(page_.nodes[before]);
      if (!goes_on_around(parent)) return is_block(page_.nodes[parent]);
    }
  }

  bool closes_line(std::size_t i) const {
    for (;; i = page_.nodes[i].parent) {
      const std::size_t parent = page_.nodes[i].parent;
      std::size_t next = page_.nodes[i].end;
      while (next < page_.nodes[parent].end && is_blank(next)) ++next;
      if (next < page_.nodes[parent].end) return ends_line(page_.nodes[next]);
      if (!goes_on_around(parent)) return is_block(page_.nodes[parent]);
    }
  }

  void add_time(std::size_t i) {
    const PageNode& node = page_.nodes[i];
    const std::string text = stated(i);
    if (text.empty() || is_of_something_else(i)) return;
    const DatedLine label = label_of(i);
    const DatedLine own = read_dated_line(page_.line_of(i, longest_line), order_);
    const bool says_published = node.has_attribute("pubdate") || has_class(node, "published") ||
                                label.labelled || own.labelled;
    const bool says_modified =
        !says_published && (!label.modified.empty() || !own.modified.empty() ||
                            has_class(node, "updated") || has_class(node, "modified"));
    if (!says_published && !says_modified && label.published.empty()) return;  // inside of prose
    const std::string what = node.tag == "time" ? "<time>" : "a date";
    const DateEvidence evidence{what + side(i), text};
    if (says_modified) return add(i, {{}, evidence}, true);
    add(i, {evidence, {}}, says_published);
  }

  bool names_event(std::size_t i) const {
    constexpr std::size_t most_nodes = 40;
    const std::size_t end = std::min(page_.nodes[i].end, i + most_nodes);
    return std::any_of(page_.nodes.begin() + static_cast<std::ptrdiff_t>(i),
                       page_.nodes.begin() + static_cast<std::ptrdiff_t>(end), is_event_date);
  }

  // Whether its line as a whole names a span of days or an event.
  bool is_of_something_else(std::size_t i) const {
    while (i != 0 && !is_block(page_.nodes[i])) i = page_.nodes[i].parent;
    if (headline_.text_in(i) > longest_line) return false;
    return read_dated_line(page_.line_of(i, longest_line), order_).of_something_else;
  }

  void add_line(std::size_t i, bool named) {
    if (headline_.text_in(i) > longest_line) return;
    if (!named && !headline_.may_hold_date(i)) return;
    const bool far = headline_.text_in(i) > longest_label && !named && !headline_.is_near(i);
    if (far || names_event(i)) return;  // a sentence, or what is announced
    const std::string line = page_.line_of(i, longest_line);
    if (line.empty()) return;
    const DatedLine dated = read_dated_line(line, order_);
    const std::string where = (named ? "a line named as date or byline" : "a line") + side(i);
    Shown shown;
    if (!dated.published.empty()) shown.published = {where, line};
    if (!dated.modified.empty()) shown.modified = {where, line};
    const bool own = dated.labelled || named || headline_.is_near(i);
    if (!dated.impossible.empty() && dated.published.empty() && own)
      shown.published = {where, dated.impossible};
    if (shown.published.where.empty() && shown.modified.where.empty()) {
      const std::string text = named ? stated(i) : std::string();
      if (text.empty() || text == line) return;
      shown.published = {where, text};
    }
    add(i, std::move(shown), dated.labelled || !dated.modified.empty(), named);
  }

  void add(std::size_t i, Shown shown, bool sure, bool named = true) {
    const bool story = headline_.stands_over(i);
    if (headline_.comes_after(i)) {
      if (headline_.stands_under(i) && is_of_story(i, sure))
        found_[sure ? above : above_unlabelled].push_back(std::move(shown));
      return;
    }
    if (!sure && headline_.stands_in_side_box(i)) return;
    const PageNode& node = page_.nodes[i];
    const bool named_so = node.tag == "time" || is_dateline(node) || is_byline(node);
    const bool behind =
        named_so ? headline_.stands_outside_article(i) : headline_.stands_behind_story(i);
    if (story && !sure && (behind || headline_.stands_in_frame(i))) return;
    if (story) return found_[sure ? labelled : below].push_back(std::move(shown));
    if (sure) return found_[elsewhere].push_back(std::move(shown));
    const bool inside = page_.nodes[i].tag == "time" || named;
    if (inside && !is_in_link(i) && !may_be_masthead(i))
      found_[Rank::shown].push_back(std::move(shown));
  }

  // Whether a date above the headline may be more than the day on which the page was shown.
  bool is_of_story(std::size_t i, bool sure) const {
    const bool to_the_minute = page_.nodes[i].attribute("datetime").find(':') != std::string::npos;
    if (sure || (to_the_minute && !names_weekday(i))) return !headline_.stands_in_frame(i);
    const DatedLine line = read_dated_line(page_.line_of(i, longest_line), order_);
    // No masthead names a writer.
    if (says_who_wrote(line.rest)) return !headline_.stands_in_frame(i);
    return headline_.opens_story(i, names_weekday(i),
                                 line.published.find('T') != std::string::npos);
  }

  bool names_weekday(std::size_t i) const {
    for (std::size_t k = i; k < page_.nodes[i].end; ++k) {
      const std::string& text = page_.nodes[k].text;
      if (page_.nodes[k].numerals == 0 || text.size() > longest_line) continue;
      if (std::ranges::any_of(date_tokens(text), &DateToken::weekday)) return true;
    }
    return false;
  }

  // Called after a date and nothing else, on a page without a headline to be near to.
  bool may_be_masthead(std::size_t i) const {
    bool named = false;
    for (std::size_t k = i; k != 0 && page_.nodes[k].tag != "body"; k = page_.nodes[k].parent) {
      if (is_masthead(page_.nodes[k])) return true;
      named = named || is_named_after_story(page_.nodes[k]);
    }
    const bool bare = page_.nodes[i].tag != "time" && !named && !headline_.is_known();
    return bare && names_weekday(i);
  }

  bool is_in_link(std::size_t i) const {
    for (std::size_t k = i; k != 0; k = page_.nodes[k].parent) {
      if (page_.nodes[k].tag == "a" || page_.nodes[k].tag == "footer") return true;
    }
    return false;
  }

  std::string side(std::size_t i) const {
    if (headline_.stands_over(i)) return " below the headline";
    return headline_.stands_under(i) ? " above the headline" : " of the page";
  }

  const Page& page_;
  const HeadlinePlace& headline_;
  const OtherScopes& others_;
  const DayOrder order_;
  std::array<std::vector<Shown>, ranks> found_;
};

}  // namespace

void fill_dates_from_page(const Page& page, const HeadlinePlace& headline,
                          const OtherScopes& others, Article& article) {
  DatesOfPage(page, headline, others, day_order_of(article.language)).offer_to(article);
}

}  // namespace backfile
