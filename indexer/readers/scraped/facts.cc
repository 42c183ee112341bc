// Reads bylines, dates and labelled lines of scraped files; notices.cc finds facts inside other
// lines.
#include "indexer/readers/scraped/facts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Bytes. What is longer is a sentence that happens to begin like a fact.
constexpr std::size_t longest_fact_line = 300;
constexpr std::size_t longest_byline = 120;
constexpr std::size_t longest_unknown_part = 40;

enum class Fact {
  title,
  subtitle,
  author,
  published,
  modified,
  section,
  tags,
  source,
  license,
  url
};

struct Label {
  std::string_view names;  // folded, with a bar on both sides of each
  Fact fact;
};
constexpr std::array fact_labels = {
    Label{"|title|headline|titel|titre|titulo|заголовок|标题|", Fact::title},
    Label{"|subtitle|standfirst|subheadline|", Fact::subtitle},
    Label{"|author|authors|byline|written by|words by|story by|text by|autor|autorin|auteur|"
          "автор|作者|文|",
          Fact::author},
    Label{"|published|published on|published at|first published|publication date|posted|posted on|"
          "date|date published|issued|on|veroffentlicht|veroffentlicht am|datum|erschienen am|"
          "publie le|date de publication|publicado|publicado el|fecha|опубликовано|дата|"
          "发布时间|发布日期|日期|",
          Fact::published},
    Label{"|updated|updated on|updated at|last updated|last updated on|last update|modified|"
          "last modified|aktualisiert|aktualisiert am|stand|mis a jour le|mis a jour|actualizado|"
          "actualizado el|обновлено|更新时间|",
          Fact::modified},
    Label{"|section|category|categories|filed under|posted in|department|desk|ressort|rubrik|"
          "rubrique|seccion|рубрика|раздел|栏目|分类|",
          Fact::section},
    Label{"|tags|tag|tagged|keywords|topics|topic|subjects|schlagworte|schlagworter|themen|"
          "mots-cles|etiquetas|теги|метки|标签|关键词|",
          Fact::tags},
    Label{"|source|publication|publisher|quelle|fuente|источник|来源|", Fact::source},
    Label{"|license|licence|rights|lizenz|licencia|лицензия|", Fact::license},
    Label{"|url|link|permalink|canonical|canonical url|original|original url|original article|"
          "source url|web address|",
          Fact::url},
};

std::string folded(std::string_view text) {
  return fold(text).term;
}

std::optional<Fact> label_fact(std::string_view name) {
  if (name.empty() || name.size() > longest_unknown_part) return std::nullopt;
  const std::string key = '|' + folded(tidy_line(name)) + '|';
  for (const Label& label : fact_labels) {
    if (label.names.find(key) != label.names.npos) return label.fact;
  }
  return std::nullopt;
}

// Dates have digits, ASCII's or another script's. Spares most lines a closer look.
bool may_hold_date(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xD9;
  });
}

// A date with its day, as ISO 8601. A year or a month alone may be a title.
std::optional<std::string> full_date(std::string_view text) {
  if (!may_hold_date(text)) return std::nullopt;
  std::optional<std::string> date = parse_date(text);
  if (date && date->size() < std::string_view("YYYY-MM-DD").size()) date.reset();
  return date;
}

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

bool set_authors(std::string_view line, Article& article) {
  std::vector<std::string> names = split_byline(line);
  if (names.empty()) return false;
  std::transform(names.begin(), names.end(), names.begin(), name_in_small_letters);
  if (article.author.empty()) article.author = std::move(names);
  return true;
}

bool read_byline(std::string_view part, Article& article) {
  return is_byline(part) && set_authors(part, article);
}

// A byline beside a date.
bool read_beside_date(std::string_view rest, Article& article) {
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(" | "), rest.size());
    const std::string part = tidy_line(rest.substr(0, end));
    if (!part.empty() && !read_byline(part, article)) return false;
    rest.remove_prefix(std::min(rest.size(), end + 3));
  }
  return true;
}

// Dates with their labels, a byline, or both together: "By Jane Doe, 12 March 2015",
// "Published 12 March 2015, updated 14 March".
bool read_credit(std::string_view part, Article& article) {
  if (read_byline(part, article)) return true;
  if (!may_hold_date(part)) return false;
  const DatedLine dated = read_dated_line(part, day_order_of(article.language));
  const bool has_day = dated.published.size() >= std::string_view("YYYY-MM-DD").size();
  // Stated, but not taken; where the date is already known, the line is not a fact.
  const bool impossible =
      !dated.impossible.empty() && (dated.labelled || article.published.empty());
  if (!has_day && dated.modified.empty() && !impossible) return false;
  Article read = article;
  if (!read_beside_date(dated.rest, read)) return false;
  article = std::move(read);
  constexpr std::string_view where = "a line beside the title";
  if (has_day) offer_published(article, where, part, day_order_of(article.language));
  if (!dated.modified.empty()) offer_modified(article, where, part, day_order_of(article.language));
  if (impossible) offer_published(article, where, dated.impossible);
  return true;
}

bool set_list(std::string_view value, std::vector<std::string>& list) {
  std::vector<std::string> entries;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(",;|#"), value.size());
    if (std::string entry = tidy_line(value.substr(0, end)); !entry.empty()) {
      entries.push_back(std::move(entry));
    }
    value.remove_prefix(std::min(value.size(), end + 1));
  }
  if (list.empty()) list = std::move(entries);
  return true;
}

bool set_fact(Fact fact, const std::string& value, Article& article) {
  const bool sentence = value.size() > longest_byline || value.ends_with('.');
  switch (fact) {
    case Fact::title:
      return set(article.title, value), true;
    case Fact::subtitle:
      return set(article.subtitle, value), true;
    case Fact::author:
      return value.size() <= longest_byline && set_authors(value, article);
    case Fact::published:
      return read_credit(value, article);
    case Fact::modified: {
      const std::optional<std::string> date = full_date(value);
      if (date) offer_modified(article, "a line beside the title", value);
      return date.has_value();
    }
    case Fact::section:
      return !sentence && (set(article.section, value), true);
    case Fact::tags:
      return set_list(value, article.tags);
    case Fact::license:
      return set(article.license, value), true;
    case Fact::source:
      if (!web_address(value).empty()) return set(article.url, value), true;
      return !sentence && (set(article.source, value), true);
    case Fact::url:
      return !web_address(value).empty() && (set(article.url, value), true);
  }
  return false;
}

// "Label: value", and "Published 12 March 2015" without the colon.
bool read_label(std::string_view part, Article& article) {
  const std::size_t ascii = part.find(':'), wide = part.find("：");
  const std::size_t colon = std::min(ascii, wide);
  if (colon != part.npos) {
    const std::string value = tidy_line(part.substr(colon + (ascii < wide ? 1 : 3)));
    const std::optional<Fact> fact = label_fact(part.substr(0, colon));
    if (fact && !value.empty() && set_fact(*fact, value, article)) return true;
  }
  if (!may_hold_date(part)) return false;
  for (std::size_t space = part.find(' '); space != part.npos; space = part.find(' ', space + 1)) {
    const std::optional<Fact> fact = label_fact(part.substr(0, space));
    const bool dated = fact == Fact::published || fact == Fact::modified;
    if (dated && set_fact(*fact, tidy_line(part.substr(space)), article)) return true;
    if (space > longest_unknown_part) break;
  }
  return false;
}

// A web address of a page, not of a site, alone on its line.
bool read_address(std::string_view line, Article& article) {
  if (line.find("://") == line.npos) return false;
  const std::string address = web_address(line);
  if (address.empty()) return false;
  const std::size_t host = address.find("//") + 2;
  const std::size_t path = address.find('/', host);
  if (path != address.npos && path + 1 < address.size()) set(article.url, address);
  return true;
}

std::vector<std::string> parts_of(std::string_view line) {
  std::vector<std::string> parts;
  while (!line.empty()) {
    std::size_t end = line.size(), length = 0;
    for (const std::string_view bar : {" | ", " • ", " · ", " — ", " – ", " / ", " - "}) {
      const std::size_t at = line.find(bar);
      if (at < end) end = at, length = bar.size();
    }
    parts.push_back(tidy_line(line.substr(0, end)));
    line.remove_prefix(end + length);
  }
  return parts;
}

bool holds_all(const std::vector<std::string>& names, const std::vector<std::string>& some) {
  return std::ranges::all_of(
      some, [&](const std::string& name) { return std::ranges::find(names, name) != names.end(); });
}

// Whether a date in a line can be that of the article: the same day, if both are known.
bool may_be_day_of(std::string_view known, std::string_view stated) {
  constexpr std::size_t day = std::string_view("YYYY-MM-DD").size();
  return known.empty() || stated.empty() || known.substr(0, day) == stated.substr(0, day);
}

}  // namespace

bool is_date_line(std::string_view line) {
  if (!may_hold_date(line)) return false;
  if (full_date(line)) return true;
  const DatedLine dated = read_dated_line(line);
  return !dated.impossible.empty() && dated.rest.empty();
}

bool read_labelled(std::string_view line, Article& article) {
  return line.size() <= longest_fact_line && read_label(line, article);
}

Stated read_facts(std::string_view line, Article& article) {
  if (line.empty() || line.size() > longest_fact_line) return Stated::nothing;
  if (read_address(line, article) || read_label(line, article) || read_provenance(line, article) ||
      read_credit(line, article)) {
    return Stated::wholly;
  }
  if (may_hold_date(line) && read_dated_line(line).of_something_else) return Stated::nothing;
  Article read = article;
  int known = 0, unknown = 0;
  for (const std::string& part : parts_of(line)) {
    if (read_label(part, read) || read_credit(part, read)) {
      ++known;
    } else if (part.size() <= longest_unknown_part) {
      ++unknown;
      if (is_name(part) && known == 0) set_authors(part, read);
    } else {
      return Stated::nothing;
    }
  }
  if (known == 0 || unknown > 2) return Stated::nothing;
  article = std::move(read);
  return unknown == 0 ? Stated::wholly : Stated::partly;
}

bool take_credit(std::string_view line, Article& article) {
  Article stated;
  stated.language = article.language;
  if (line.size() > longest_byline || read_facts(line, stated) != Stated::wholly) return false;
  Article credit;
  credit.language = stated.language;
  credit.author = stated.author;
  credit.published = stated.published;
  credit.published_by = stated.published_by;
  credit.modified = stated.modified;
  credit.modified_by = stated.modified_by;
  if (stated != credit) return false;  // it says more than that
  const bool impossible = stated.published.empty() && !stated.published_by.where.empty();
  const bool others = !article.author.empty() && !holds_all(article.author, stated.author);
  if (impossible || others || !may_be_day_of(article.published, stated.published) ||
      !may_be_day_of(article.modified, stated.modified)) {
    return false;
  }
  if (article.author.empty()) article.author = stated.author;
  if (article.published.empty() && !stated.published.empty()) {
    article.published = stated.published;
    article.published_by = stated.published_by;
  }
  if (article.modified.empty() && !stated.modified.empty()) {
    article.modified = stated.modified;
    article.modified_by = stated.modified_by;
  }
  return true;
}

void take_opening_facts(Article& article) {
  constexpr std::size_t most_lines = 3;
  const bool dated = !article.published.empty() || !article.published_by.where.empty();
  Article read = article;
  std::size_t lines = 0;
  while (lines < most_lines && lines + 1 < article.body.size()) {
    const std::string line = tidy_line(article.body[lines]);
    if (!(dated ? take_credit(line, read) : read_facts(line, read) == Stated::wholly)) break;
    ++lines;
  }
  if (lines == 0 || (!dated && read.published_by.where.empty())) return;
  read.body.erase(read.body.begin(), read.body.begin() + static_cast<std::ptrdiff_t>(lines));
  article = std::move(read);
}

}  // namespace backfile
