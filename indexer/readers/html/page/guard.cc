// Stops pages of tags without end before libxml2 sees them.
#include "indexer/readers/html/page/guard.h"

#include <algorithm>
#include <array>

#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t most_attributes = 500;

bool starts_with_name(std::string_view text, std::string_view name) {
  const auto lower = [](char c) { return ascii_lowered(c); };
  return std::ranges::equal(text.substr(0, name.size()), name, {}, lower);
}

// A start or end tag, read as libxml2 reads it: a quote opens behind '=' only.
struct Tag {
  std::size_t end = 0;  // behind '>'
  std::size_t attributes = 0;
  bool closed = false;  // by "/>"
};

Tag scan_tag(std::string_view html, std::size_t at) {
  Tag tag;
  bool in_name = true;
  char before = ' ';  // the last character other than a space
  for (; at < html.size() && html[at] != '>'; ++at) {
    const char c = html[at];
    if ((c == '"' || c == '\'') && before == '=') {
      at = std::min(html.find(c, at + 1), html.size() - 1);
      in_name = false;
    } else if (is_ascii_space(c) || c == '/') {
      in_name = false;
    } else if (!in_name && c != '=') {
      in_name = true;
      if (before != '=') ++tag.attributes;
    }
    if (!is_ascii_space(c)) before = c;
  }
  tag.end = std::min(at + 1, html.size());
  tag.closed = before == '/';
  return tag;
}

// Text that is no code: what a paragraph begins with.
bool is_prose(std::string_view text) {
  constexpr std::size_t shortest = 40, fewest_spaces = 5;
  return text.size() >= shortest && text.find_first_of("{}=\\`") == text.npos &&
         static_cast<std::size_t>(std::ranges::count(text, ' ')) >= fewest_spaces;
}

// The first paragraph behind `at` that stands outside of the quotes of a script; the end if there
// is none.
std::size_t first_paragraph(std::string_view html, std::size_t at) {
  while ((at = html.find("<p", at)) != html.npos) {
    const bool begins = at > 0 && (is_ascii_space(html[at - 1]) || html[at - 1] == '>');
    const bool tag = at + 2 < html.size() && (html[at + 2] == '>' || is_ascii_space(html[at + 2]));
    const std::size_t text = std::min(html.find('>', at), html.size() - 1) + 1;
    if (begins && tag && is_prose(html.substr(text, html.find('<', text) - text))) return at;
    at += 2;
  }
  return html.size();
}

// Ends of comments, scripts and style sheets. What is never closed ends all the same: it would
// take the rest of the page along. Once one is known not to be closed, none behind it is looked
// for again.
class Ends {
 public:
  explicit Ends(std::string_view html) : html_(html) {}

  // Behind a comment or a declaration that begins at `at`.
  std::size_t of_markup(std::size_t at) {
    if (!html_.substr(at).starts_with("<!--"))
      return std::min(html_.find('>', at), html_.size() - 1) + 1;
    const std::size_t end = comments_close_ ? html_.find("-->", at + 4) : html_.npos;
    if (end != html_.npos) return end + 3;
    comments_close_ = false;
    return std::min(html_.find('<', at + 4), html_.size());
  }

  // Where the raw text of a script or style sheet ends, at its end tag: nothing in it is a tag.
  std::size_t of_raw_text(std::size_t begin, std::string_view name) {
    bool& closes = name == "script" ? scripts_close_ : styles_close_;
    std::size_t at = closes ? html_.find("</", begin) : html_.npos;
    while (at != html_.npos && !starts_with_name(html_.substr(at + 2), name))
      at = html_.find("</", at + 2);
    if (at != html_.npos) return at;
    closes = false;
    return first_paragraph(html_, begin);
  }

 private:
  std::string_view html_;
  bool comments_close_ = true, scripts_close_ = true, styles_close_ = true;
};

// "script" or "style", if that is the tag whose text follows.
std::string_view raw_text_element(std::string_view tag) {
  for (const std::string_view name : {"script", "style"}) {
    const bool whole = tag.size() > name.size() + 1 && !is_ascii_letter(tag[name.size() + 1]);
    if (whole && starts_with_name(tag.substr(1), name)) return name;
  }
  return {};
}

// Follows the tags of a file, and notes where one document ends and the next begins.
class Documents {
 public:
  explicit Documents(GuardedPage& page) : page_(page) {}

  void declaration(std::string_view markup) {
    if (has_tags_ && starts_with_name(markup, "<!doctype")) begin();
  }
  void tag(std::string_view whole) {
    constexpr std::string_view name = "<html";
    const bool html = whole.size() > name.size() && !is_ascii_letter(whole[name.size()]) &&
                      starts_with_name(whole, name);
    if (html && has_html_) begin();
    has_html_ = has_html_ || html;
    has_tags_ = true;
  }

 private:
  void begin() {
    constexpr std::size_t most = 1000;
    if (page_.documents.size() < most) page_.documents.push_back(page_.html.size());
    has_tags_ = has_html_ = false;
  }

  GuardedPage& page_;
  bool has_tags_ = false, has_html_ = false;  // of the document that goes on
};

}  // namespace

std::optional<GuardedPage> guard_page(std::string_view html) {
  GuardedPage guarded;
  std::string& page = guarded.html;
  Documents documents(guarded);
  Ends ends(html);
  page.reserve(html.size());
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t next = std::min(html.find('<', at), html.size());
    page += html.substr(at, next - at);
    at = next;
    if (at + 1 >= html.size()) break;
    if (html[at + 1] == '!' || html[at + 1] == '?') {
      documents.declaration(html.substr(at));
      at = ends.of_markup(at);
      continue;
    }
    if (!is_ascii_letter(html[at + 1]) && html[at + 1] != '/') {
      page += "&lt;";
      ++at;
      continue;
    }
    const Tag tag = scan_tag(html, at + 1);
    if (tag.attributes > most_attributes) return std::nullopt;
    const std::string_view whole = html.substr(at, tag.end - at);
    documents.tag(whole);
    page += whole;
    at = tag.end;
    const std::string_view raw = tag.closed ? std::string_view() : raw_text_element(whole);
    if (raw.empty()) continue;
    const std::size_t end = ends.of_raw_text(at, raw);
    if (whole.find("ld+json") != std::string_view::npos) page += html.substr(at, end - at);
    at = end;
    if (html.substr(at, 2) != "</") page.append("</").append(raw).append(">");
  }
  return guarded;
}

}  // namespace backfile
