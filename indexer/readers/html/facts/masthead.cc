// Knows a masthead by its names, and by the logo, the menu and the links that it holds.
#include "indexer/readers/html/facts/masthead.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"

namespace backfile {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::uint32_t kinds_of(const PageNode& node) {
  const NameKinds kinds = kinds_of_names(node);
  return kinds.sure | kinds.doubtful;
}

bool is_story_box(const PageNode& node) {
  return node.tag == "main" || is_article(node) || (kinds_of(node) & names::story) != 0;
}

// Leads to the front page: "/", "index.html", "https://lantern.example".
bool is_home(const PageNode& node) {
  if (node.tag != "a") return false;
  std::string_view href = node.attribute("href");
  if (const std::size_t host = href.find("//"); host != href.npos) {
    const std::size_t path = href.find('/', host + 2);
    return path == href.npos || path + 1 == href.size();
  }
  return node.attribute("rel") == "home" ||
         is_one_of(href, {"/", "./", "../", "index.html", "/index.html"});
}

}  // namespace

bool is_masthead(const PageNode& node) {
  if (node.tag == "nav" || node.attribute("role") == "banner") return true;
  if (has_any(node, {" page header ", " site header "})) return true;  // "pageHeader"
  static constexpr std::array words = {
      "masthead", "site-header",  "topbar", "top-bar", "navbar",  "branding", "site-title", "clock",
      "weather",  "current-date", "today",  "ticker",  "utility", "logo",     "page-header"};
  for (const std::string_view attribute : {"class", "id"}) {
    std::string names(node.attribute(attribute));
    for (char& c : names) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (names.empty()) continue;
    if (std::ranges::any_of(words, [&](std::string_view w) { return names.find(w) != names.npos; }))
      return true;
  }
  return false;
}

bool is_frame_above(const Page& page, std::size_t box, std::size_t around) {
  const PageNode& node = page.nodes[box];
  if (is_masthead(node)) return true;
  if (node.tag == "header") return !is_story_box(page.nodes[around]);
  if (is_named_after_story(node)) return false;
  return (kinds_of(node) & (names::frame | names::navigation)) != 0;
}

bool holds_masthead(const Page& page, std::size_t box) {
  constexpr std::size_t most_nodes = 300;
  const std::size_t end = page.nodes[box].end;
  if (end - box > most_nodes) return true;
  // Pages laid out with tables have their logo in a cell.
  const bool laid_out = is_one_of(page.nodes[box].tag, {"table", "tr"});
  for (std::size_t i = box; i < end; ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag.empty()) continue;
    if (is_home(node) || is_masthead(node)) return true;
    if (is_one_of(node.tag, {"form", "input", "nav", "h1"}) || (laid_out && node.tag == "img"))
      return true;
  }
  return false;
}

bool is_footer(const Page& page, std::size_t box, std::size_t around) {
  const PageNode& node = page.nodes[box];
  if (is_story_box(page.nodes[around]) || is_named_after_story(node)) return false;
  return node.tag == "footer" || has_any(node, {" footer ", "| foot |"});
}

bool is_menu(const Page& page, std::size_t box) {
  constexpr std::size_t most_nodes = 200, longest_rest = 20;
  if (page.nodes[box].end - box > most_nodes) return false;
  std::size_t links = 0, rest = 0;
  for (std::size_t i = box; i < page.nodes[box].end; ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag == "img" || (node.tag.size() == 2 && node.tag[0] == 'h' && node.tag != "hr"))
      return false;
    if (node.tag.empty()) rest += node.characters;
    if (node.tag != "a") continue;
    ++links;
    i = node.end - 1;
  }
  return links >= 2 && rest <= longest_rest;
}

bool is_centred(const PageNode& node) {
  if (node.tag == "center" || node.attribute("align") == "center") return true;
  std::string style(node.attribute("style"));
  std::erase(style, ' ');
  return style.find("text-align:center") != std::string::npos;
}

bool is_side_box(const PageNode& node) {
  // A column may as well be what somebody writes.
  if (has_any(node,
              {" side column ", " side col ", " right column ", " right col ", " right rail "}))
    return true;
  if (is_named_after_story(node)) return false;
  return node.tag == "aside" ||
         has_any(node, {" aside ", " sidebar ", "| side |", "| right |", "| rail |"});
}

bool is_named_after_story(const PageNode& node) {
  return (kinds_of(node) & names::story) != 0 || has_any(node, {" date header "});
}

}  // namespace backfile
