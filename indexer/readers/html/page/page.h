// A web page as a flat list of nodes in the order of the document.
//
// libxml2 parses, this file alone knows it: its parser fires events, from which the list is made
// directly, so that no depth of nesting ever becomes a recursion here or a tree to be walked. A
// subtree is a range of the list; what walks a page is a loop. text.h, story.h and
// metadata.h read it. Plain values; the parser may run on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

struct PageNode {
  std::string tag;  // in lower case; empty for a run of text
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string names;                 // class and id as words: names.h
  std::uint32_t name_letters = 0;    // letters in `names`, as bits
  std::uint32_t sure_kinds = 0;      // what these words say, where all of a name are known
  std::uint32_t doubtful_kinds = 0;  // the same of names that hold an unknown word as well
  // Facts of tag, attributes and text that are asked for again and again: hints.h and
  // measure.h tell them.
  bool block = false, never_text = false, hidden = false, beside = false;
  std::uint32_t characters = 0, commas = 0, numerals = 0;
  std::size_t parent = 0;
  std::size_t end = 0;  // one past its last descendant

  // Empty if there is none, or it has no value.
  std::string_view attribute(std::string_view name) const {
    for (const auto& [own, value] : attributes) {
      if (own == name) return value;
    }
    return {};
  }
  bool has_attribute(std::string_view name) const {
    for (const auto& [own, value] : attributes) {
      if (own == name) return true;
    }
    return false;
  }
};

// Nodes of a page from `begin` up to `end`.
struct NodeRange {
  std::size_t begin = 1;
  std::size_t end = static_cast<std::size_t>(-1);

  bool holds(std::size_t node) const { return node >= begin && node < end; }
  bool holds(const NodeRange& other) const { return other.begin >= begin && other.end <= end; }
};

struct Page {
  std::vector<PageNode> nodes;  // nodes[0] is the page itself: no tag, its own parent

  // The text of a subtree without markup, spaces as they are.
  std::string text_of(std::size_t node) const;
  // The same as one line, if that is no longer than `most` bytes; else empty. Looks no further than
  // need be, so that asking for each of many nested elements stays cheap.
  std::string line_of(std::size_t node, std::size_t most) const;
};

// Parses a page, or a piece of one, in UTF-8: no network, no external entities. Nothing for bytes
// made to keep a parser busy: thousands of attributes in a tag, or end tags without number that
// fit nothing.
std::optional<Page> parse_page(std::string_view html);

// The same for what guard_page() has let through.
std::optional<Page> parse_guarded(std::string_view html);

}  // namespace backfile
