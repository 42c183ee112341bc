// What tags, attributes and names reveal about an element; tables of tags and phrases.
#include "indexer/readers/html/page/hints.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "indexer/readers/html/page/names.h"

namespace backfile {
namespace {

constexpr auto block_tags = std::to_array<std::string_view>(
    {"address",  "article",    "aside",  "blockquote", "body",    "caption", "center",
     "dd",       "details",    "dialog", "dir",        "div",     "dl",      "dt",
     "fieldset", "figcaption", "figure", "footer",     "form",    "h1",      "h2",
     "h3",       "h4",         "h5",     "h6",         "head",    "header",  "hgroup",
     "hr",       "html",       "legend", "li",         "main",    "menu",    "nav",
     "ol",       "p",          "pre",    "section",    "summary", "table",   "tbody",
     "td",       "tfoot",      "th",     "thead",      "title",   "tr",      "ul"});

constexpr auto never_text_tags = std::to_array<std::string_view>(
    {"applet",   "audio",  "button",   "canvas",   "datalist", "embed",   "head",
     "iframe",   "input",  "link",     "map",      "meta",     "noembed", "noframes",
     "noscript", "object", "option",   "rp",       "rt",       "script",  "select",
     "style",    "svg",    "template", "textarea", "title",    "video"});

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& sorted, std::string_view word) {
  return !word.empty() && std::ranges::binary_search(sorted, word);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// The toolbar that the Wayback Machine puts into the pages that it has saved.
bool is_of_web_archive(const PageNode& node) {
  return !node.attributes.empty() && node.attribute("id").starts_with("wm-ipp");
}

bool hides_itself(const PageNode& node) {
  if (node.attributes.empty() || is_one_of(node.tag, {"html", "body"})) return false;
  if (node.has_attribute("hidden")) return true;
  if (std::string style(node.attribute("style")); !style.empty()) {
    std::erase(style, ' ');
    for (char& c : style) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    if (style.find("display:none") != std::string::npos) return true;
    if (style.find("visibility:hidden") != std::string::npos) return true;
  }
  return has_any(node, {"| sr only |", " visually hidden ", " visuallyhidden ",
                        " screen reader text ", "| noprint |"});
}

bool stands_beside(const PageNode& node) {
  if (node.tag == "nav") return true;
  if (node.names.empty() || is_one_of(node.tag, {"html", "body", "main", "article"})) return false;
  const NameKinds kinds = kinds_of_names(node);
  return ((kinds.sure | kinds.doubtful) & (names::comments | names::related)) != 0 ||
         has_any(node, {" sidebar ", " widget "});
}

}  // namespace

bool is_block(std::string_view tag) {
  return contains(block_tags, tag);
}

void read_hints(PageNode& node) {
  if (node.tag.empty()) return;
  node.block = is_block(node.tag);
  node.never_text =
      (contains(never_text_tags, node.tag) && (node.tag != "template" || is_stand_in(node))) ||
      is_of_web_archive(node);
  node.hidden = hides_itself(node);
  node.beside = stands_beside(node);
}

bool is_stand_in(const PageNode& node) {
  return is_one_of(node.tag, {"noscript", "noframes", "textarea"}) ||
         (node.tag == "template" && !node.has_attribute("shadowrootmode"));
}

bool is_hidden(const PageNode& node) {
  return node.attribute("aria-hidden") == "true" || is_hidden_by_style(node);
}

bool is_caption(const PageNode& node) {
  if (node.tag == "figcaption") return true;
  if (node.tag.empty() || node.attributes.empty() || node.tag == "caption") return false;
  return has_any(node, {" caption ", " captions ", " captiontext ", " figcaption ",
                        " photo credit ", " image credit ", " picture credit ", " photocredit "});
}

bool is_byline(const PageNode& node) {
  if (node.attributes.empty()) return false;
  if (node.attribute("rel") == "author") return true;
  // As one of several classes the word is noise.
  if (node.tag == "p" && node.attribute("class") == "by") return true;
  if (node.attribute("itemprop").find("author") != std::string_view::npos) return true;
  return has_any(node,
                 {" byline ", " bylines ", " author ", " authors ", " dateline ", " writtenby ",
                  " written by ", " byl ", " authorname ", " writer |", " autor |", " auteur |"}) &&
         !has_any(node, {" author bio ", " about author ", " about the author ", " author info ",
                         " author box ", " author description "});
}

bool is_dateline(const PageNode& node) {
  return has_any(
      node, {" published ", " pubdate ", " pub date ", " publish date ", " published date ",
             " publication date ", " post date ", " postdate ", " entry date ", " article date ",
             " articledate ", " story date ", " dateline ", "| date |", " timestamp ",
             " time stamp ", " posted on ", " date published ", "| article info |"});
}

bool is_event_date(const PageNode& node) {
  if (node.attributes.empty()) return false;
  const std::string_view itemprop = node.attribute("itemprop");
  if (itemprop == "startDate" || itemprop == "endDate") return true;
  return has_any(
      node, {" event date ", " event dates ", " event time ", " event start ", " event schedule ",
             " events schedule ", " events start ", "| dtstart |", "| dtend |"});
}

bool is_standfirst(const PageNode& node) {
  if (is_one_of(node.tag, {"html", "body", "h3", "h4", "h5", "h6"})) return false;
  return has_any(node, {" standfirst ", " dek |", " article intro ", " article summary ",
                        " article lead |", " subheadline ", " deck |"});
}

bool is_article(const PageNode& node) {
  if (node.tag == "article") return true;
  if (node.attributes.empty()) return false;
  if (node.attribute("role") == "article") return true;
  const std::string_view type = node.attribute("itemtype");
  return type.ends_with("Article") || type.ends_with("/BlogPosting") ||
         has_any(node, {"| hentry |", "| h entry |"});
}

}  // namespace backfile
