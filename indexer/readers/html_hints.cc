// What tags, roles, classes and ids give away about an element; tables of names.
#include "indexer/readers/html_hints.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace backfile {
namespace {

constexpr std::array block_tags = {
    "address",  "article",    "aside",  "blockquote", "body",    "caption", "center",
    "dd",       "details",    "dialog", "dir",        "div",     "dl",      "dt",
    "fieldset", "figcaption", "figure", "footer",     "form",    "h1",      "h2",
    "h3",       "h4",         "h5",     "h6",         "head",    "header",  "hgroup",
    "hr",       "html",       "legend", "li",         "main",    "menu",    "nav",
    "ol",       "p",          "pre",    "section",    "summary", "table",   "tbody",
    "td",       "tfoot",      "th",     "thead",      "title",   "tr",      "ul"};

constexpr std::array never_text_tags = {
    "applet", "audio",  "button", "canvas",  "datalist", "embed",    "head",     "iframe", "input",
    "link",   "map",    "meta",   "noembed", "noframes", "noscript", "object",   "option", "rp",
    "rt",     "script", "select", "style",   "svg",      "template", "textarea", "title",  "video"};

template <std::size_t size>
bool contains(const std::array<const char*, size>& sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word, {},
                                    [](const char* s) { return std::string_view(s); });
}

// Class and id in lower case, a space at either end and between the two.
std::string names_of(const PageNode& node) {
  std::string names = " ";
  for (const std::string_view attribute : {"class", "id"}) {
    names += node.attribute(attribute);
    names += ' ';
  }
  for (char& c : names) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return names;
}

template <typename Words>
bool has_any(std::string_view names, const Words& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return names.find(word) != std::string_view::npos; });
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Parts of names that sites give to what is around a story ...
constexpr std::array furniture_names = {
    "-ad-",       "ad-break", "agegate",    "banner",     "breadcrumb",  "combx",      "comment",
    "community",  "cookie",   "cover-wrap", "disqus",     "extra",       "footer",     "gdpr",
    "header",     "legends",  "menu",       "newsletter", "pager",       "pagination", "paywall",
    "popup",      "related",  "remark",     "replies",    "rss",         "shoutbox",   "sidebar",
    "skyscraper", "social",   "sponsor",    "subscribe",  "supplemental"};
// ... and to what holds it, which outweighs the former.
constexpr std::array perhaps_names = {"and",     "article", "body",  "column",
                                      "content", "main",    "shadow"};

constexpr std::array story_names = {"article", "blog", "body", "content", "entry", "h-entry",
                                    "hentry",  "main", "page", "post",    "story", "text"};
constexpr std::array clutter_names = {
    "-ad-",    "banner",  "combx",    "com-",     "comment",  "contact",  "foot",
    "gdpr",    "hidden",  "masthead", "media",    "meta",     "outbrain", "promo",
    "related", "scroll",  "share",    "shopping", "shoutbox", "sidebar",  "skyscraper",
    "sponsor", "taboola", "tags",     "tool",     "widget"};

}  // namespace

bool is_block(std::string_view tag) {
  return contains(block_tags, tag);
}

bool is_never_text(std::string_view tag) {
  return contains(never_text_tags, tag);
}

bool is_hidden(const PageNode& node) {
  if (node.attributes.empty()) return false;
  if (node.has_attribute("hidden") || node.attribute("aria-hidden") == "true") return true;
  std::string style(node.attribute("style"));
  std::erase(style, ' ');
  if (style.find("display:none") != std::string::npos) return true;
  if (style.find("visibility:hidden") != std::string::npos) return true;
  return has_any(names_of(node), std::array{" sr-only ", "visually-hidden", "visuallyhidden",
                                            "screen-reader-text", " noprint "});
}

bool is_caption(const PageNode& node) {
  if (node.tag == "figcaption") return true;
  return node.tag != "caption" && is_block(node.tag) &&
         has_any(names_of(node), std::array{"caption"});
}

bool is_furniture(const PageNode& node) {
  if (is_one_of(node.tag, {"nav", "aside", "footer", "dialog"})) return true;
  if (is_one_of(node.attribute("role"), {"menu", "menubar", "complementary", "navigation", "alert",
                                         "alertdialog", "dialog", "contentinfo", "search"})) {
    return true;
  }
  if (is_one_of(node.tag, {"html", "body", "a", "article", "main"})) return false;
  const std::string names = names_of(node);
  return has_any(names, furniture_names) && !has_any(names, perhaps_names);
}

bool is_beside(const PageNode& node) {
  if (node.tag == "html" || node.tag == "body") return false;
  return node.tag == "nav" ||
         has_any(names_of(node), std::array{"comment", "related", "recommend", "sidebar", "replies",
                                            "respond", "widget", "trending"});
}

bool is_byline(const PageNode& node) {
  if (node.attribute("rel") == "author") return true;
  if (node.attribute("itemprop").find("author") != std::string_view::npos) return true;
  const std::string names = names_of(node);
  return has_any(names, std::array{"byline", "author", "dateline", "writtenby"}) &&
         !has_any(names, std::array{"authori", "author-bio", "authorbio", "about-author"});
}

bool is_dateline(const PageNode& node) {
  return has_any(
      names_of(node),
      std::array{"published", "pubdate", "pub-date", "publish-date", "post-date", "entry-date",
                 "article-date", "articledate", "dateline", " date ", "timestamp", "time-stamp"});
}

bool is_standfirst(const PageNode& node) {
  if (is_one_of(node.tag, {"html", "body", "h3", "h4", "h5", "h6"})) return false;
  return has_any(names_of(node),
                 std::array{"standfirst", " dek ", "-dek ", "__dek ", "article-intro",
                            "article-summary", "article__summary", "article-lead "});
}

bool is_share(const PageNode& node) {
  return has_any(names_of(node),
                 std::array{" share", "-share", "_share", "sharedaddy", "sharing", " tools "});
}

bool is_declared_body(const PageNode& node) {
  return node.attribute("itemprop").find("articleBody") != std::string_view::npos;
}

int promise(const PageNode& node) {
  constexpr int step = 25;
  int sum = 0;
  for (const std::string_view attribute : {"class", "id"}) {
    std::string names(" ");
    names += node.attribute(attribute);
    names += ' ';
    for (char& c : names) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    if (has_any(names, clutter_names)) sum -= step;
    if (has_any(names, story_names)) sum += step;
  }
  return sum;
}

}  // namespace backfile
