// The last touches that every article gets, whatever it was read from.
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/identity.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>
#include <utility>

#include "indexer/article/date.h"
#include "indexer/article/date_impossible.h"
#include "indexer/readers/common/body_regions.h"
#include "indexer/readers/common/unescape.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/text/language.h"
#include "indexer/text/unicode.h"
#include "indexer/text/visible.h"

namespace backfile {
namespace {

// Longer than any line, list or address of a real article; the excess is cut off.
constexpr std::size_t longest_line = 4000;
constexpr std::size_t longest_list = 200;
constexpr std::size_t longest_id = 1000;
constexpr std::size_t enough_to_guess_language = 20'000;

std::string tidied_line(std::string_view text) {
  std::string line = tidy_line(text);
  if (line.size() > longest_line) line.resize(code_point_floor(line, longest_line));
  return line;
}

// Lines inside a paragraph (verse, code) stay lines.
std::string tidied_lines(std::string_view text) {
  if (text.find('\n') == text.npos) return tidy_line(text);  // as nearly always
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = tidy_line(text.substr(0, end));
    if (!lines.empty() && !line.empty()) lines += '\n';
    lines += line;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

// What stands beside a reference decides whether it is undone, so tidying comes first; and the
// character that takes its place may be one more to tidy. Ends, since both make a text shorter.
template <class Tidied>
void tidy_up(std::string& text, const Tidied& tidied) {
  text = tidied(text);
  while (text.find('&') != std::string::npos) {
    std::string next = tidied(unescape_line(text));
    if (next == text) return;
    text = std::move(next);
  }
}

void tidy(std::string& line) {
  tidy_up(line, tidied_line);
}

// Names and tags: each once, however it is written.
void tidy(std::vector<std::string>& list) {
  std::unordered_set<std::string> seen;
  std::vector<std::string> kept;
  for (std::string& entry : list) {
    tidy(entry);
    if (entry.empty() || kept.size() == longest_list) continue;
    if (seen.insert(fold(entry).term).second) kept.push_back(std::move(entry));
  }
  list = std::move(kept);
}

void tidy_paragraphs(std::vector<std::string>& paragraphs) {
  for (std::string& paragraph : paragraphs) tidy_up(paragraph, tidied_lines);
}

// What has no character that can be seen says nothing. The answer is whether there was any such.
bool blank_what_is_invisible(Article& article) {
  bool any = false;
  const auto blank = [&](std::string& text) {
    if (text.empty() || is_visible(text)) return;
    text.clear();
    any = true;
  };
  blank(article.title);
  blank(article.subtitle);
  std::ranges::for_each(article.body, blank);
  std::ranges::for_each(article.captions, blank);
  return any;
}

// What is empty, and the title where it opens the body.
void drop_what_is_no_body(Article& article) {
  std::vector<bool> goes;
  bool opens = true;
  for (const std::string& paragraph : article.body) {
    opens = opens && (paragraph.empty() || paragraph == article.title);
    goes.push_back(opens || paragraph.empty());
  }
  if (std::ranges::find(goes, true) != goes.end()) remove_paragraphs(article, goes);
}

// ISO 8601, or unknown. A date whose day and month could be either is read as the article's
// language writes them.
void resolve_date(std::string& date, DateEvidence& evidence, std::string_view language) {
  for (std::string* text : {&evidence.where, &evidence.text}) tidy(*text);
  if (!date.empty()) {
    std::string iso = parse_date(date).value_or(std::string());
    if (iso.empty() && evidence.where.empty()) evidence = {"the article", date};
    date = std::move(iso);
  }
  if (date.empty() && !evidence.text.empty())
    date = parse_date(evidence.text, day_order_of(language)).value_or(std::string());
}

// An excerpt cut automatically from the opening of the story, or the headline repeated, is not a
// standfirst.
bool only_repeats(std::string_view subtitle, const Article& article) {
  for (const std::string_view ellipsis : {"…", "...", "[…]", "[...]", " "}) {
    while (subtitle.ends_with(ellipsis)) subtitle.remove_suffix(ellipsis.size());
  }
  const bool repeats_body = !article.body.empty() && article.body.front().starts_with(subtitle);
  return subtitle == article.title || repeats_body;
}

// Creative Commons' licences by the names that people know them by, wherever a page links to them.
std::string license_name(const std::string& license) {
  const std::size_t site = license.find("creativecommons.org/");
  if (site == std::string::npos) return license;
  std::string_view path = std::string_view(license).substr(license.find('/', site) + 1);
  const bool zero = path.starts_with("publicdomain/zero/");
  for (const std::string_view kind : {"licenses/", "publicdomain/zero/"}) {
    if (!path.starts_with(kind)) continue;
    std::string name = zero ? "CC0 " : "CC ";
    path.remove_prefix(kind.size());
    if (!zero) {
      for (const char c : path.substr(0, path.find('/')))
        name += c == '-' ? c : static_cast<char>(std::toupper(c));
      path.remove_prefix(std::min(path.size(), path.find('/') + 1));
      name += ' ';
    }
    return name + std::string(path.substr(0, path.find('/')));
  }
  return license;
}

void resolve_language(Article& article) {
  article.language = normalize_language(article.language);
  if (!article.language.empty()) return;
  std::string text = article.title + '\n' + article.subtitle;
  for (const std::string& paragraph : article.body) {
    if (text.size() > enough_to_guess_language) break;
    text += '\n';
    text += paragraph;
  }
  article.language = guess_language(text);
}

void resolve_id(Article& article) {
  tidy(article.id);
  if (is_placeholder(article.id)) article.id.clear();
  if (may_name_article(article.url) && article.url.size() <= longest_id) {
    article.id = article.url;
  } else if (article.id.empty() || article.id.size() > longest_id) {
    article.id = article.path;
  }
}

// What is wrong with a date that could not be read, for people; a long one is cut short.
std::string reason_of(const std::string& text) {
  constexpr std::size_t longest_told = 40;
  std::string date = tidy_line(text);
  const bool either = is_two_dates(date);
  if (date.size() > longest_told) date = date.substr(0, code_point_floor(date, longest_told)) + "…";
  date = '"' + date + '"';
  if (either) return "the date " + date + " may be read in two ways; write it as YYYY-MM-DD";
  const std::string why = why_no_day(text);
  return date + " is not a valid date" + (why.empty() ? why : ": " + why);
}

}  // namespace

std::string web_address(std::string_view text) {
  constexpr std::size_t longest = 2000;
  const std::string address = tidy_line(text);
  std::string scheme = address.substr(0, 8);
  std::ranges::transform(scheme, scheme.begin(), [](unsigned char c) { return std::tolower(c); });
  const std::size_t host = scheme.starts_with("http://") ? 7 : scheme == "https://" ? 8 : 0;
  const bool whole = host != 0 && address.size() > host && address.size() <= longest &&
                     address[host] != '/' &&
                     address.find_first_of(" <>\"\\^`{|}") == std::string::npos;
  return whole ? address : std::string();
}

std::optional<Rejected> finish_article(Article& article) {
  for (std::string* line : {&article.title, &article.subtitle, &article.section, &article.license,
                            &article.source, &article.path}) {
    tidy(*line);
  }
  article.license = license_name(article.license);
  tidy(article.author);
  tidy(article.tags);
  tidy_paragraphs(article.body);
  tidy_paragraphs(article.captions);
  const bool blank = blank_what_is_invisible(article);
  std::erase_if(article.captions, [](const std::string& caption) { return caption.empty(); });
  drop_what_is_no_body(article);
  if (only_repeats(article.subtitle, article)) article.subtitle.clear();
  if (article.title.empty() && article.body.empty()) {
    return Rejected{
        article.path, "",
        blank ? "nothing to read: its title and body are blank" : "neither a title nor a body"};
  }
  article.url = web_address(article.url);
  resolve_language(article);
  resolve_date(article.published, article.published_by, article.language);
  resolve_date(article.modified, article.modified_by, article.language);
  if (article.published.empty()) {
    offer_published(article, "the address", date_in_address(article.url));
  }
  resolve_id(article);
  return std::nullopt;
}

std::optional<Rejected> report_impossible_date(const Article& article) {
  const auto is_none = [](const std::string& date, const DateEvidence& evidence) {
    return date.empty() && !evidence.text.empty();
  };
  const bool published = is_none(article.published, article.published_by);
  if (!published && !is_none(article.modified, article.modified_by)) return std::nullopt;
  const DateEvidence& evidence = published ? article.published_by : article.modified_by;
  return Rejected{article.path, "", reason_of(evidence.text), article.id, true};
}

std::optional<Rejected> report_refused_date(const Article& article, std::string_view refused) {
  if (article.published.empty() || why_no_day(refused).empty()) return std::nullopt;
  std::string reason = reason_of(std::string(refused)) + std::string(another_date_taken);
  return Rejected{article.path, "", std::move(reason), article.id, true};
}

void deliver(Article&& article, const Place& place, const Sink& sink) {
  deliver(Found{std::move(article), {}}, place, sink);
}

void deliver(Found&& found, const Place& place, const Sink& sink) {
  Article& article = found.article;
  if (auto rejected = finish_article(article)) {
    sink.rejected({place.file, place.within, std::move(rejected->reason)});
    return;
  }
  if (auto told = report_impossible_date(article)) {
    told->path = place.file;
    told->place = place.within;
    sink.rejected(std::move(*told));
  }
  found.declares_id = article.id != article.path && article.id != article.url;
  const std::string& unnamed = place.unnamed.empty() ? article.path : place.unnamed;
  if (article.id == article.path) article.id = unnamed;
  // The first of a list that counts from 0, or one of many without an id.
  const bool counted = article.id == "0" && !may_name_article(article.url);
  if (counted && article.identity.empty()) article.identity = unnamed;
  sink.found(std::move(found));
}

}  // namespace backfile
