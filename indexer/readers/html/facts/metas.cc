// Splits the names of each <meta>: an element may carry several.
#include "indexer/readers/html/facts/metas.h"

#include "indexer/readers/html/facts/other_stories.h"
#include "indexer/readers/json/declared.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::string normalized(std::string_view name) {
  std::string result;
  for (const char c : name) {
    result += c == ':' ? '.' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  for (const std::string_view prefix : {"dcterms.", "dcterm."}) {
    if (result.starts_with(prefix)) result.replace(0, prefix.size(), "dc.");
  }
  return result;
}

bool is_in_head(const Page& page, const PageNode& node) {
  std::size_t at = node.parent;
  while (at != 0 && page.nodes[at].tag != "head") at = page.nodes[at].parent;
  return at != 0;
}

bool is_date(std::string_view itemprop) {
  return itemprop.starts_with("datePublished") || itemprop.starts_with("dateModified");
}

}  // namespace

Metas::Metas(const Page& page) {
  for (const PageNode& node : page.nodes) {
    if (node.tag == "meta") add(node, "property", {});
  }
  std::set<std::string, std::less<>> declared;
  for (const auto& [name, values] : values_) declared.insert(name);
  const OtherScopes others(page, {});
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (node.tag != "meta") continue;
    add(node, "name", declared);
    // What microdata says inside of a page is judged by its place there: dates.cc.
    if (is_in_head(page, node) || (!is_date(node.attribute("itemprop")) && !others.holds(i)))
      add(node, "itemprop", declared);
    // The date of HTTP is when a server sent the page.
    if (normalized(node.attribute("http-equiv")) != "date") add(node, "http-equiv", declared);
  }
}

const std::vector<std::string>& Metas::all(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(name);
  return found == values_.end() ? none : found->second;
}

void Metas::add(const PageNode& node, std::string_view attribute,
                const std::set<std::string, std::less<>>& declared) {
  if (node.attribute(attribute).empty()) return;
  const std::string text = plain_line(node.attribute("content"));
  if (text.empty()) return;
  const std::string list = tidy_line(node.attribute(attribute)) + ' ';
  for (std::size_t at = 0; at < list.size(); at = list.find(' ', at) + 1) {
    const std::size_t length = list.find(' ', at) - at;
    std::string name = normalized(std::string_view(list).substr(at, length));
    if (!declared.contains(name)) values_[std::move(name)].push_back(text);
  }
}

}  // namespace backfile
