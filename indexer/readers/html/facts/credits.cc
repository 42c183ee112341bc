// Looks at the first lines of a story, between blocks and <br>, until the story has begun.
#include "indexer/readers/html/facts/credits.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t most_credits = 4;
constexpr std::size_t longest_standfirst = 300;  // bytes

class Credits {
 public:
  Credits(const Page& page, Article& article, Leavings& left)
      : page_(page), article_(article), left_(left) {}

  void take() {
    for (std::size_t i = 1; i < page_.nodes.size() && !has_begun_;) {
      while (!blocks_.empty() && page_.nodes[blocks_.back()].end <= i) {
        end_line();
        blocks_.pop_back();
      }
      const PageNode& node = page_.nodes[i];
      const bool apart = is_caption(node) || node.tag == "figure" || is_never_text(node);
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
    if (taken_.size() < most_credits && take_credit(line, article_)) {
      taken_.push_back(texts_);
    } else {
      // They are taken once it is known that they are not all of the story.
      for (const std::vector<std::size_t>& credit : taken_) leave_out(credit);
      taken_.clear();
      has_begun_ = others_ > 0 || line.size() > longest_standfirst || is_linked(texts_.front());
      ++others_;
    }
    texts_.clear();
    line_.clear();
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
  bool has_begun_ = false;
};

}  // namespace

void take_credits(const Page& page, Article& article, Leavings& left) {
  Credits(page, article, left).take();
}

}  // namespace backfile
