// Reads class names as words and looks them up in one table.
#include "indexer/readers/html_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace backfile {
namespace {

using namespace names;

struct Word {
  std::string_view word;
  std::uint32_t kinds;
};

// Words that sites run together are words of their own. Sorted.
constexpr std::array vocabulary = {
    Word{"ad", advert},
    Word{"adbox", advert},
    Word{"adbreak", advert},
    Word{"adcontainer", advert},
    Word{"addthis", share},
    Word{"ads", advert},
    Word{"adsense", advert},
    Word{"adslot", advert},
    Word{"adunit", advert},
    Word{"advert", advert},
    Word{"advertisement", advert},
    Word{"advertisements", advert},
    Word{"advertising", advert},
    Word{"advertorial", advert},
    Word{"adverts", advert},
    Word{"adwrapper", advert},
    Word{"agegate", ask},
    Word{"all", structure},
    Word{"area", structure},
    Word{"article", story},
    Word{"articlebody", story},
    Word{"articlecomments", comments},
    Word{"articlecontent", story},
    Word{"articlefooter", frame},
    Word{"articleheader", story},
    Word{"articles", structure},
    Word{"articletext", story},
    Word{"banner", frame},
    Word{"bar", structure},
    Word{"base", structure},
    Word{"below", structure},
    Word{"block", structure},
    Word{"blog", story},
    Word{"blogpost", story},
    Word{"body", story},
    Word{"bodycopy", story},
    Word{"bodytext", story},
    Word{"bottom", structure},
    Word{"box", structure},
    Word{"boxes", structure},
    Word{"breadcrumb", navigation},
    Word{"breadcrumbs", navigation},
    Word{"button", structure},
    Word{"buttons", structure},
    Word{"caption", caption},
    Word{"captions", caption},
    Word{"captiontext", caption},
    Word{"carousel", gallery},
    Word{"center", structure},
    Word{"clearfix", structure},
    Word{"col", structure},
    Word{"column", story},
    Word{"columns", structure},
    Word{"combx", comments},
    Word{"comment", comments},
    Word{"commentarea", comments},
    Word{"commentbody", comments},
    Word{"commentbox", comments},
    Word{"commentform", comments},
    Word{"commentlist", comments},
    Word{"comments", comments},
    Word{"commentsection", comments},
    Word{"commenttext", comments},
    Word{"community", structure},
    Word{"component", structure},
    Word{"consent", ask},
    Word{"contact", clutter},
    Word{"container", structure},
    Word{"content", story},
    Word{"contents", story},
    Word{"cookie", ask},
    Word{"cookiebar", ask},
    Word{"cookies", ask},
    Word{"count", structure},
    Word{"cta", ask},
    Word{"desktop", structure},
    Word{"disqus", comments},
    Word{"div", structure},
    Word{"donate", ask},
    Word{"donation", ask},
    Word{"endnote", note},
    Word{"endnotes", note},
    Word{"entry", story},
    Word{"entrycontent", story},
    Word{"extra", structure},
    Word{"fbcomments", comments},
    Word{"figcaption", caption},
    Word{"fixed", structure},
    Word{"fn", note},
    Word{"fnref", note},
    Word{"foot", frame},
    Word{"footer", frame},
    Word{"footerlinks", frame},
    Word{"footnote", note},
    Word{"footnoteref", note},
    Word{"footnotes", note},
    Word{"form", structure},
    Word{"full", structure},
    Word{"galleries", gallery},
    Word{"gallery", gallery},
    Word{"gdpr", ask},
    Word{"global", structure},
    Word{"group", structure},
    Word{"has", modifier},
    Word{"head", structure},
    Word{"header", frame},
    Word{"heading", structure},
    Word{"hentry", story},
    Word{"hidden", clutter},
    Word{"holder", structure},
    Word{"icons", structure},
    Word{"imagegallery", gallery},
    Word{"inline", structure},
    Word{"inner", structure},
    Word{"item", structure},
    Word{"items", structure},
    Word{"large", structure},
    Word{"layout", structure},
    Word{"leaderboard", advert},
    Word{"left", structure},
    Word{"leftcol", frame},
    Word{"leftnav", navigation},
    Word{"legends", structure},
    Word{"link", structure},
    Word{"links", structure},
    Word{"list", structure},
    Word{"livefyre", comments},
    Word{"login", ask},
    Word{"main", story},
    Word{"maincol", story},
    Word{"maincontent", story},
    Word{"masthead", frame},
    Word{"media", clutter},
    Word{"menu", navigation},
    Word{"menus", navigation},
    Word{"meta", clutter},
    Word{"mobile", structure},
    Word{"modal", structure},
    Word{"module", structure},
    Word{"mostpopular", related},
    Word{"mostread", related},
    Word{"nav", navigation},
    Word{"navbar", navigation},
    Word{"navigation", navigation},
    Word{"newsletter", ask},
    Word{"newsletters", ask},
    Word{"no", modifier},
    Word{"noteref", note},
    Word{"offset", structure},
    Word{"open", modifier},
    Word{"optin", ask},
    Word{"outbrain", related},
    Word{"outer", structure},
    Word{"page", story},
    Word{"pager", navigation},
    Word{"pagination", navigation},
    Word{"paginator", navigation},
    Word{"panel", structure},
    Word{"photogallery", gallery},
    Word{"popular", related},
    Word{"popup", ask},
    Word{"post", story},
    Word{"postbody", story},
    Word{"postcontent", story},
    Word{"posts", structure},
    Word{"promo", clutter},
    Word{"promos", clutter},
    Word{"promotion", clutter},
    Word{"readnext", related},
    Word{"recirc", related},
    Word{"recommend", related},
    Word{"recommendation", related},
    Word{"recommendations", related},
    Word{"recommended", related},
    Word{"ref", structure},
    Word{"reference", note},
    Word{"references", note},
    Word{"region", structure},
    Word{"related", related},
    Word{"relatedarticles", related},
    Word{"relatedcontent", related},
    Word{"relatedlinks", related},
    Word{"relatedposts", related},
    Word{"relatedstories", related},
    Word{"remark", structure},
    Word{"replies", comments},
    Word{"reply", comments},
    Word{"respond", comments},
    Word{"right", structure},
    Word{"rightcol", frame},
    Word{"row", structure},
    Word{"rss", structure},
    Word{"scroll", clutter},
    Word{"section", structure},
    Word{"shadow", story},
    Word{"share", share},
    Word{"sharebar", share},
    Word{"sharebuttons", share},
    Word{"sharedaddy", share},
    Word{"shares", share},
    Word{"sharetools", share},
    Word{"sharing", share},
    Word{"shopping", clutter},
    Word{"shoutbox", comments},
    Word{"side", structure},
    Word{"sidebar", frame},
    Word{"sidebars", frame},
    Word{"signin", ask},
    Word{"signup", ask},
    Word{"site", structure},
    Word{"sitenav", navigation},
    Word{"skyscraper", advert},
    Word{"slider", gallery},
    Word{"slideshow", gallery},
    Word{"slideshows", gallery},
    Word{"small", structure},
    Word{"social", share},
    Word{"socialbar", share},
    Word{"sociallinks", share},
    Word{"sponsor", advert},
    Word{"sponsored", advert},
    Word{"sponsors", advert},
    Word{"sticky", structure},
    Word{"stories", structure},
    Word{"story", story},
    Word{"storybody", story},
    Word{"storycontent", story},
    Word{"storytext", story},
    Word{"subnav", navigation},
    Word{"subscribe", ask},
    Word{"subscribebox", ask},
    Word{"subscription", ask},
    Word{"supplemental", structure},
    Word{"taboola", related},
    Word{"tag", clutter},
    Word{"tags", clutter},
    Word{"teasers", related},
    Word{"text", story},
    Word{"title", structure},
    Word{"tool", clutter},
    Word{"toolbar", share},
    Word{"tools", share},
    Word{"top", structure},
    Word{"topbar", frame},
    Word{"topnav", navigation},
    Word{"trending", related},
    Word{"ui", structure},
    Word{"view", structure},
    Word{"widget", clutter},
    Word{"widgets", clutter},
    Word{"with", modifier},
    Word{"without", modifier},
    Word{"wrap", structure},
    Word{"wrapper", structure},
};
static_assert(std::ranges::is_sorted(vocabulary, {}, &Word::word));

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// Numbers, and the one or two letters that systems of naming put before a name, say nothing.
std::uint32_t kinds_of_word(std::string_view word) {
  const auto found = std::ranges::lower_bound(vocabulary, word, {}, &Word::word);
  if (found != vocabulary.end() && found->word == word) return found->kinds;
  return word.size() <= 2 || is_digit(word.front()) ? structure : 0;
}

void add_words(std::string_view name, std::string& words) {
  bool in_word = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool other = !is_lower(c) && !is_upper(c) && !is_digit(c) && (c & 0x80) == 0;
    // A hump: "mainNav", and the last capital of "HTMLBody".
    const bool hump = i > 0 && is_upper(c) &&
                      (is_lower(name[i - 1]) || (i + 1 < name.size() && is_lower(name[i + 1])));
    if (in_word && (other || hump)) words += ' ';
    in_word = !other;
    if (in_word) words += is_upper(c) ? static_cast<char>(c | 0x20) : c;
  }
  if (in_word) words += ' ';
}

std::string split_names(const PageNode& node) {
  std::string words;
  if (node.attributes.empty()) return words;
  for (const std::string_view attribute : {"class", "id"}) {
    const std::string_view names = node.attribute(attribute);
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find_first_of(" \t\r\n\f", at), names.size());
      if (end > at) {
        if (words.empty()) words = "| ";
        add_words(names.substr(at, end - at), words);
        words += "| ";
      }
      at = end + 1;
    }
  }
  if (!words.empty()) words.pop_back();
  return words;
}

NameKinds kinds_of(const std::string& words) {
  NameKinds all;
  std::uint32_t kinds = 0;
  bool unknown = false;
  for (std::size_t at = 2; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    if (word == "|") {
      if ((kinds & modifier) == 0) (unknown ? all.doubtful : all.sure) |= kinds;
      kinds = 0;
      unknown = false;
    } else {
      const std::uint32_t known = kinds_of_word(word);
      kinds |= known;
      unknown = unknown || known == 0;
    }
    at = end + 1;
  }
  return all;
}

}  // namespace

void read_names(PageNode& node) {
  node.names = split_names(node);
  node.name_letters = letters_in(node.names);
  const NameKinds kinds = kinds_of(node.names);
  node.sure_kinds = kinds.sure;
  node.doubtful_kinds = kinds.doubtful;
}

}  // namespace backfile
