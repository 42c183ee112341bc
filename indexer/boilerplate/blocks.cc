// Paragraphs to blocks, and the walk along the ends of a body.
#include "indexer/boilerplate/blocks.h"

#include <algorithm>
#include <array>

#include "indexer/boilerplate/line_figures.h"
#include "indexer/readers/common/line_key.h"
#include "indexer/readers/scraped/lines.h"

namespace backfile {
namespace {

constexpr std::size_t counted_at_either_end = 32;
constexpr std::size_t longest_link = 120;  // bytes
constexpr std::size_t most_links = 6;

// Notes and references are numbered or bulleted; headlines of other stories are not.
bool looks_like_link(std::string_view text) {
  constexpr std::string_view numbering = "0123456789[(*-^";
  return !text.empty() && text.size() <= longest_link &&
         numbering.find(text.front()) == numbering.npos && text.find('\n') == text.npos &&
         could_be_title({std::string(text)});
}

// Whatever is as long as a paragraph is one, however it ends.
bool is_sentence(std::string_view text) {
  constexpr std::size_t longest_label = 200;  // bytes
  constexpr std::array<std::string_view, 4> other_endings = {"।", "؟", "۔", "」"};
  return text.size() > longest_label || (ends_sentence(text) && !text.ends_with(':')) ||
         std::ranges::any_of(other_endings, [&](auto ending) { return text.ends_with(ending); });
}

// Numbers without words are values: "3:1" is not "2:4".
bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

bool names_one_of(std::string_view text, const std::vector<std::string>& names) {
  constexpr std::size_t shortest = 3;
  return std::ranges::any_of(names, [&](const std::string& name) {
    const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
    return last.size() >= shortest && text.find(last) != text.npos;
  });
}

}  // namespace

Block block_of(std::string_view paragraph, const Article& article) {
  Block block;
  block.key = has_letters(paragraph) ? line_key(paragraph) : stable_hash(paragraph);
  block.length = static_cast<std::uint32_t>(std::min<std::size_t>(paragraph.size(), UINT32_MAX));
  block.figures = figures_key(paragraph);
  block.sentence = is_sentence(paragraph);
  block.contact = paragraph.find("://") != paragraph.npos ||
                  paragraph.find('@') != paragraph.npos || paragraph.find("©") != paragraph.npos ||
                  paragraph.find("www.") != paragraph.npos;
  block.link = looks_like_link(paragraph);
  block.names_author = names_one_of(paragraph, article.author);
  return block;
}

std::vector<Block> outer_blocks(const Article& article) {
  const std::size_t size = article.body.size();
  std::vector<Block> blocks;
  blocks.reserve(std::min(size, 2 * counted_at_either_end));
  for (std::size_t i = 0; i < size; ++i) {
    const bool inside = i >= counted_at_either_end && size - i > counted_at_either_end;
    if (!inside) blocks.push_back(block_of(article.body[i], article));
  }
  return blocks;
}

// A head ends in the first half of a body. A foot may be longer than the story, but not all there
// is.
void walk_head(std::size_t blocks, const EndWalk& walk) {
  for (std::size_t i = 0; 2 * i < blocks && walk.known(i); ++i) walk.take(i);
}

void walk_foot(const std::vector<Block>& blocks, const EndWalk& walk) {
  std::vector<std::uint64_t> taken;
  const auto may_pass_over = [&](std::size_t line) {
    return walk.passes_over_one && !taken.empty() && line > 1 && walk.known(line - 1) &&
           std::ranges::find(taken, blocks[line - 1].key) == taken.end();
  };
  bool passed_over = false;
  for (std::size_t i = blocks.size(); i > 1;) {
    const std::size_t line = i - 1;
    if (walk.known(line)) {
      walk.take(line);
      taken.push_back(blocks[line].key);
      --i;
      continue;
    }
    std::size_t above = line;
    while (above > 1 && line - above < most_links && blocks[above].link && !walk.heads(above)) {
      --above;
    }
    if (above != line && walk.known(above) && walk.heads(above)) {
      for (std::size_t link = above + 1; link <= line; ++link) walk.take(link);
      i = above + 1;
    } else if (!passed_over && may_pass_over(line)) {
      passed_over = true;
      --i;
    } else {
      return;
    }
  }
}

}  // namespace backfile
