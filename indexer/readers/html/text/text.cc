// Writes what is left of a page as paragraphs and captions.
#include "indexer/readers/html/text/text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/readers/common/paragraphs.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/text/notes.h"
#include "indexer/readers/html/text/region.h"

namespace backfile {
namespace {

// A table cell longer than this is a column of a layout, not a value in a row.
constexpr std::size_t longest_value = 100;
constexpr std::size_t longest_caption = 600;
constexpr std::size_t most_regions = 256;

// Whether a subtree's text is no longer than a caption, looking no further than need be.
bool is_brief(const Page& page, std::size_t node) {
  std::size_t length = 0;
  const std::size_t end = std::min(page.nodes[node].end, node + longest_caption);
  for (std::size_t i = node; i < end && length <= longest_caption; ++i) {
    length += page.nodes[i].text.size();
  }
  return end == page.nodes[node].end && length <= longest_caption;
}

bool holds(const Page& page, std::size_t node, std::string_view tag) {
  for (std::size_t i = node + 1; i < page.nodes[node].end; ++i) {
    if (page.nodes[i].tag == tag) return true;
  }
  return false;
}

// Whether a picture stands in what holds an element, or around that.
bool is_near_picture(const Page& page, std::size_t i) {
  constexpr std::size_t most_nodes = 60;
  std::size_t around = i;
  for (int level = 0; level < 2 && page.nodes[around].parent != 0; ++level) {
    around = page.nodes[around].parent;
    const std::size_t begin = std::max(around, i < most_nodes ? 0 : i - most_nodes);
    const std::size_t end = std::min(page.nodes[around].end, page.nodes[i].end + most_nodes);
    for (std::size_t near = begin; near < end; ++near) {
      const std::string& tag = page.nodes[near].tag;
      if (tag == "img" || tag == "picture" || tag == "video" || tag == "iframe") return true;
    }
  }
  return false;
}

bool begins_caption(const Page& page, std::size_t i) {
  const PageNode& node = page.nodes[i];
  if (node.tag == "figure") {
    return is_brief(page, i) && !holds(page, i, "pre") && !holds(page, i, "table") &&
           !holds(page, i, "blockquote");
  }
  if (!is_caption(node) || !is_brief(page, i)) return false;
  constexpr std::size_t longest_alone = 300;
  const bool alone = is_block(node) && !page.line_of(i, longest_alone).empty();
  return alone || node.tag == "figcaption" || is_near_picture(page, i);
}

// Walks the list once, with the elements open at the moment on a stack of its own.
class TextWriter {
 public:
  TextWriter(const Page& page, const Leavings& left) : page_(page), left_(left) {}

  PageText write() {
    for (std::size_t i = 0; i < page_.nodes.size();) {
      while (!open_.empty() && page_.nodes[open_.back()].end <= i) close();
      const PageNode& node = page_.nodes[i];
      if ((i < left_.size() && left_[i] != LeftOut::kept) || is_never_text(node)) {
        i = node.end;
        continue;
      }
      if (marks_.is_mark(page_, i, line_)) {
        i = node.end;
        continue;
      }
      if (node.tag.empty()) {
        add_text(node.text);
      } else {
        open(i);
      }
      ++i;
    }
    while (!open_.empty()) close();
    flush();
    return std::move(text_);
  }

 private:
  void open(std::size_t i) {
    const PageNode& node = page_.nodes[i];
    if (node.tag == "br") {
      line_ += '\n';
    } else if (node.tag == "td" || node.tag == "th") {
      line_.size() > longest_value ? flush() : void(line_ += ' ');
    } else if (is_block(node)) {
      flush();
    }
    if (caption_end_ <= i && begins_caption(page_, i)) {
      flush();
      caption_end_ = node.end;
    }
    if (node.tag == "pre") pre_end_ = std::max(pre_end_, node.end);
    open_.push_back(i);
    if (const std::uint64_t element = region_element(page_, i); element != 0) {
      flush();
      boxes_.push_back({i, {element, written(), 0}});
    }
  }

  void close() {
    const std::size_t i = open_.back();
    const PageNode& node = page_.nodes[i];
    open_.pop_back();
    const bool cell = node.tag == "td" || node.tag == "th";  // a row is one line
    if ((is_block(node) && !cell) || node.end == caption_end_) flush();
    if (node.end == caption_end_) caption_end_ = 0;
    if (boxes_.empty() || boxes_.back().node != i) return;
    BodyRegion region = boxes_.back().region;
    boxes_.pop_back();
    region.count = written() - region.first;
    if (region.count > 0 && text_.regions.size() < most_regions) text_.regions.push_back(region);
  }

  std::uint32_t written() const { return static_cast<std::uint32_t>(text_.paragraphs.size()); }

  void add_text(std::string_view text) {
    const bool stands_on = !line_.empty() && line_.back() != ' ';
    if (stands_on && !open_.empty() && page_.nodes[open_.back()].tag == "sup") {
      line_ += raised(text);
      return;
    }
    const bool preformatted = !open_.empty() && open_.back() < pre_end_;
    for (const char c : text) {
      const bool space = c == '\n' || c == '\r' || c == '\t' || c == '\f';
      line_ += space && !preformatted ? ' ' : c;
    }
  }

  void flush() {
    if (line_.empty()) return;
    std::vector<std::string>& into = caption_end_ != 0 ? text_.captions : text_.paragraphs;
    for (std::string& paragraph : split_paragraphs(line_)) into.push_back(std::move(paragraph));
    line_.clear();
  }

  struct Box {
    std::size_t node = 0;
    BodyRegion region = {};
  };

  const Page& page_;
  const Leavings& left_;
  PageText text_;
  std::string line_;
  std::vector<Box> boxes_;  // that are open
  std::vector<std::size_t> open_;
  std::size_t caption_end_ = 0;  // of the caption being written, 0 outside one
  std::size_t pre_end_ = 0;
  NoteMarks marks_;
};

// How a name behind '<' or '</' ends, or 0 if there is none.
std::size_t name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && std::isalnum(static_cast<unsigned char>(text[length]))) ++length;
  return length;
}

bool is_known_tag(std::string_view name) {
  static constexpr std::array inline_tags = {"a",     "abbr", "b",      "cite", "code", "em",
                                             "font",  "i",    "img",    "mark", "q",    "s",
                                             "small", "span", "strong", "sub",  "sup",  "u"};
  return is_block(name) || name == "br" ||
         std::ranges::find(inline_tags, name) != inline_tags.end();
}

bool is_reference(std::string_view text) {
  const std::size_t end = text.find(';');
  if (end == std::string_view::npos || end < 2 || end > 10) return false;
  const std::string_view name = text.substr(1, end - 1);
  return name.front() == '#' || name_length(name) == name.size();
}

}  // namespace

PageText page_text(const Page& page, const Leavings& left) {
  return TextWriter(page, left).write();
}

PageText html_text(std::string_view html) {
  const auto page = parse_page(html);
  return page ? page_text(*page, {}) : PageText{{std::string(html)}, {}, {}};
}

bool looks_like_html(std::string_view text) {
  if (text.find('<') == text.npos && text.find('&') == text.npos) return false;  // as most are
  for (std::size_t i = text.find_first_of("<&"); i != std::string_view::npos;
       i = text.find_first_of("<&", i + 1)) {
    const std::string_view rest = text.substr(i);
    if (rest.front() == '&') {
      if (is_reference(rest)) return true;
      continue;
    }
    const bool closes = rest.starts_with("</");
    const std::string_view name =
        rest.substr(closes ? 2 : 1, name_length(rest.substr(closes ? 2 : 1)));
    if (closes && is_known_tag(name)) return true;
    if (name == "p" || name == "br" || name == "img") return true;
  }
  return false;
}

bool is_html_paragraph(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '<') return false;
  const std::string_view name = text.substr(first + 1, name_length(text.substr(first + 1)));
  return is_known_tag(name) && text.find("</" + std::string(name)) != std::string_view::npos;
}

}  // namespace backfile
