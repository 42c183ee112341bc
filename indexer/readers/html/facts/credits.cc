// Looks at the first lines of a story, between blocks and <br>, until the story has begun.
#include "indexer/readers/html/facts/credits.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/html/facts/place.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t most_credits = 4;
constexpr std::size_t longest_standfirst = 300;  // bytes

Article dates_of(const Article& article) {
  Article dates;
  dates.published = article.published;
  dates.published_by = article.published_by;
  dates.modified = article.modified;
  dates.modified_by = article.modified_by;
  return dates;
}

class Credits {
 public:
  Credits(const Page& page, Article& article, Leavings& left)
      : page_(page), article_(article), left_(left), known_(dates_of(article)) {}

  void take() {
    for (std::size_t i = 1; i < page_.nodes.size() && !has_begun_;) {
      while (!blocks_.empty() && page_.nodes[blocks_.back()].end <= i) {
        end_line();
        blocks_.pop_back();
      }
      const PageNode& node = page_.nodes[i];
      const bool apart =
          is_caption(node) || node.tag == "figure" || is_never_text(node) || is_event_date(node);
      if (left_[i] == LeftOut::heading) forget_dates();
      if (left_[i] != LeftOut::kept || apart) {
        i = node.end;
        continue;
      }
      if (is_block(node) || node.tag == "br") end_line();
      if (is_block(node)) blocks_.push_back(i);
      if (node.characters > 0 && node.tag.empty()) {
        texts_.push_back(i);
        line_ += node.text;
      }
      ++i;
    }
    end_line();
  }

 private:
  void end_line() {
    if (has_begun_ || texts_.empty()) return;
    const std::string line = tidy_line(line_);
    const bool dated = !article_.published.empty() || !article_.modified.empty();
    if (taken_.size() < most_credits && take_credit(line, article_)) {
      const bool dates = !dated && (!article_.published.empty() || !article_.modified.empty());
      if (dates && stands_above_headline(texts_.front())) forget_dates();
      taken_.push_back(texts_);
    } else {
      if (!taken_.empty() && line == article_.title) forget_dates();
      // They are taken once it is known that they are not all of the story.
      for (const std::vector<std::size_t>& credit : taken_) leave_out(credit);
      taken_.clear();
      has_begun_ = others_ > 0 || line.size() > longest_standfirst || is_linked(texts_.front());
      ++others_;
    }
    texts_.clear();
    line_.clear();
  }

  // What stands above the headline may be the masthead's: dates.cc has taken what is not.
  void forget_dates() {
    article_.published = known_.published;
    article_.published_by = known_.published_by;
    article_.modified = known_.modified;
    article_.modified_by = known_.modified_by;
  }

  // What parts the line from the headline, a rule or a link, may end the credits before that.
  bool stands_above_headline(std::size_t text) const {
    return HeadlinePlace(page_, article_.title).ends_shortly_above(text);
  }

  // A headline that leads elsewhere: what stands below it is about another page.
  bool is_linked(std::size_t i) const {
    for (; i != 0 && !is_block(page_.nodes[i]); i = page_.nodes[i].parent) {
      if (page_.nodes[i].tag == "a") return true;
    }
    return false;
  }

  // The block as a whole if it holds nothing else.
  void leave_out(const std::vector<std::size_t>& texts) {
    for (const std::size_t text : texts) left_[text] = LeftOut::byline;
    std::size_t block = texts.front();
    while (block != 0 && !is_block(page_.nodes[block])) block = page_.nodes[block].parent;
    for (std::size_t i = block; i < page_.nodes[block].end; ++i) {
      if (page_.nodes[i].characters > 0 && page_.nodes[i].tag.empty() && left_[i] == LeftOut::kept)
        return;
    }
    if (block != 0) left_[block] = LeftOut::byline;
  }

  const Page& page_;
  Article& article_;
  Leavings& left_;
  std::vector<std::size_t> blocks_;  // that are open
  std::vector<std::size_t> texts_;   // of the line
  std::string line_;
  std::vector<std::vector<std::size_t>> taken_;
  std::size_t others_ = 0;
  const Article known_;  // the dates before any line was read
  bool has_begun_ = false;
};

}  // namespace

void take_credits(const Page& page, Article& article, Leavings& left) {
  Credits(page, article, left).take();
}

}  // namespace backfile
