// The URL identifies an article, else its id together with where it was declared, else its file.
#include "indexer/readers/common/identity.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "indexer/readers/common/finish.h"
#include "indexer/text/ascii.h"

namespace backfile {
namespace {

// Two lines, as neither ids nor names hold a line break: different pairs never look the same.
std::string qualified(std::string_view kind, std::string_view name, std::string_view id) {
  std::string identity(kind);
  identity += ' ';
  identity += name;
  identity += '\n';
  identity += id;
  return identity;
}

// "/", "/index.html", "/Home": where a site begins, called so by any program that serves it.
bool is_root(std::string_view path) {
  std::string name = ascii_lowered(path.substr(std::min<std::size_t>(path.size(), 1)));
  if (name.ends_with('/')) name.pop_back();
  constexpr std::array<std::string_view, 10> endings = {
      ".html", ".htm", ".shtml", ".xhtml", ".php", ".asp", ".aspx", ".jsp", ".cfm", ".cgi"};
  for (const std::string_view ending : endings) {
    if (!name.ends_with(ending)) continue;
    name.resize(name.size() - ending.size());
    break;
  }
  constexpr std::array<std::string_view, 6> names = {"",     "index",    "home",
                                                     "main", "homepage", "default"};
  return std::ranges::find(names, name) != names.end();
}

// "utm_source=letter&fbclid=1": tells where the reader came from.
bool is_of_campaign(std::string_view query) {
  constexpr std::array<std::string_view, 6> names = {"utm",    "fbclid", "gclid",
                                                     "mc_cid", "mc_eid", "igshid"};
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    const bool known = std::ranges::any_of(
        names, [&](std::string_view name) { return ascii_lowered(part).starts_with(name); });
    if (!part.empty() && !known) return false;
    query.remove_prefix(std::min(query.size(), part.size() + 1));
  }
  return true;
}

}  // namespace

bool may_name_article(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return false;
  const std::size_t begin = url.find_first_of("/?#", scheme + 3);
  if (begin == url.npos) return false;
  const std::string_view path = url.substr(begin, url.find_first_of("?#", begin) - begin);
  if (!is_root(path)) return true;
  const std::string_view rest = url.substr(begin + path.size());
  return !rest.empty() && (rest[0] == '#' || !is_of_campaign(rest.substr(1)));
}

bool is_placeholder(std::string_view id) {
  constexpr std::array<std::string_view, 14> words = {
      "n/a",     "na",  "none",  "null", "nil",   "nan",    "undefined",
      "unknown", "tbd", "false", "true", "empty", "(none)", "[]"};
  const bool word = std::ranges::find(words, ascii_lowered(id)) != words.end();
  return word || id.find_first_not_of("-–—?.*_# ") == id.npos;
}

void offer_url(Article& article, std::string_view text) {
  if (may_name_article(article.url)) return;
  const std::string address = web_address(text);
  if (article.url.empty() || may_name_article(address)) article.url = address;
}

void assign_identity(Article& article, const FoundIn& where, bool declares_id) {
  if (article.source.empty()) article.source = where.source;
  if (article.identity.empty()) {
    if (may_name_article(article.url)) {
      article.identity = article.url;
    } else if (declares_id && !article.source.empty()) {
      article.identity = qualified("source", article.source, article.id);
    } else if (declares_id) {
      article.identity = qualified("file", where.file, article.id);
    }
  }
  if (article.identity == article.id) article.identity.clear();
}

std::string printed_identity(const nlohmann::json& object) {
  const auto identity = object.find("identity");
  const auto key = object.find("key");
  if (identity == object.end() || key == object.end()) return {};
  if (!identity->is_string() || !key->is_string()) return {};
  const auto& text = identity->get_ref<const std::string&>();
  return article_key(Identity(text)) == key->get_ref<const std::string&>() ? text : std::string();
}

}  // namespace backfile
