// One table of the names that fields go by, and what is made of their values.
#include "indexer/readers/declared.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "indexer/readers/byline.h"
#include "indexer/readers/finish.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/paragraphs.h"
#include "indexer/readers/template_calls.h"
#include "indexer/readers/unescape.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

enum class FieldOf {
  id,
  url,
  title,
  subtitle,
  author,
  published,
  modified,
  section,
  tags,
  language,
  license,
  source,
  body,
  captions,
  draft,
};

struct Alias {
  std::string_view name;  // in lower case, without '-', '_' and spaces
  FieldOf field;
};

// Within a field, the better name stands first.
constexpr std::array aliases = {
    Alias{"id", FieldOf::id},
    Alias{"guid", FieldOf::id},
    Alias{"uuid", FieldOf::id},
    Alias{"articleid", FieldOf::id},
    Alias{"docid", FieldOf::id},
    Alias{"docno", FieldOf::id},

    Alias{"canonicalurl", FieldOf::url},
    Alias{"canonical", FieldOf::url},
    Alias{"url", FieldOf::url},
    Alias{"link", FieldOf::url},
    Alias{"permalink", FieldOf::url},
    Alias{"weburl", FieldOf::url},
    Alias{"href", FieldOf::url},
    Alias{"uri", FieldOf::url},
    Alias{"mainentityofpage", FieldOf::url},
    Alias{"@id", FieldOf::url},

    Alias{"title", FieldOf::title},
    Alias{"headline", FieldOf::title},
    Alias{"heading", FieldOf::title},
    Alias{"webtitle", FieldOf::title},
    Alias{"name", FieldOf::title},

    Alias{"subtitle", FieldOf::subtitle},
    Alias{"standfirst", FieldOf::subtitle},
    Alias{"dek", FieldOf::subtitle},
    Alias{"deck", FieldOf::subtitle},
    Alias{"subhead", FieldOf::subtitle},
    Alias{"subheadline", FieldOf::subtitle},
    Alias{"subheading", FieldOf::subtitle},
    Alias{"alternativeheadline", FieldOf::subtitle},
    Alias{"summary", FieldOf::subtitle},
    Alias{"abstract", FieldOf::subtitle},
    Alias{"description", FieldOf::subtitle},
    Alias{"excerpt", FieldOf::subtitle},
    Alias{"teaser", FieldOf::subtitle},
    Alias{"lead", FieldOf::subtitle},

    Alias{"author", FieldOf::author},
    Alias{"authors", FieldOf::author},
    Alias{"byline", FieldOf::author},
    Alias{"creator", FieldOf::author},
    Alias{"writer", FieldOf::author},
    Alias{"writers", FieldOf::author},
    Alias{"by", FieldOf::author},

    Alias{"published", FieldOf::published},
    Alias{"datepublished", FieldOf::published},
    Alias{"publishedat", FieldOf::published},
    Alias{"publishedon", FieldOf::published},
    Alias{"publishdate", FieldOf::published},
    Alias{"publicationdate", FieldOf::published},
    Alias{"publisheddate", FieldOf::published},
    Alias{"publishedtime", FieldOf::published},
    Alias{"pubdate", FieldOf::published},
    Alias{"webpublicationdate", FieldOf::published},
    Alias{"date", FieldOf::published},
    Alias{"dategmt", FieldOf::published},
    Alias{"datetime", FieldOf::published},
    Alias{"issued", FieldOf::published},
    Alias{"datecreated", FieldOf::published},
    Alias{"createdat", FieldOf::published},
    Alias{"created", FieldOf::published},
    Alias{"timestamp", FieldOf::published},

    Alias{"modified", FieldOf::modified},
    Alias{"datemodified", FieldOf::modified},
    Alias{"updated", FieldOf::modified},
    Alias{"updatedat", FieldOf::modified},
    Alias{"modifiedat", FieldOf::modified},
    Alias{"modifiedtime", FieldOf::modified},
    Alias{"lastmodified", FieldOf::modified},
    Alias{"lastmod", FieldOf::modified},
    Alias{"lastupdated", FieldOf::modified},
    Alias{"lastmodifiedat", FieldOf::modified},

    Alias{"section", FieldOf::section},
    Alias{"articlesection", FieldOf::section},
    Alias{"sectionname", FieldOf::section},
    Alias{"category", FieldOf::section},
    Alias{"channel", FieldOf::section},
    Alias{"desk", FieldOf::section},
    Alias{"department", FieldOf::section},
    Alias{"categories", FieldOf::section},

    Alias{"tags", FieldOf::tags},
    Alias{"tag", FieldOf::tags},
    Alias{"keywords", FieldOf::tags},
    Alias{"topics", FieldOf::tags},
    Alias{"subjects", FieldOf::tags},
    Alias{"labels", FieldOf::tags},
    Alias{"places", FieldOf::tags},
    Alias{"categories", FieldOf::tags},

    Alias{"language", FieldOf::language},
    Alias{"lang", FieldOf::language},
    Alias{"inlanguage", FieldOf::language},
    Alias{"locale", FieldOf::language},

    Alias{"license", FieldOf::license},
    Alias{"licence", FieldOf::license},
    Alias{"rights", FieldOf::license},
    Alias{"copyright", FieldOf::license},

    Alias{"source", FieldOf::source},
    Alias{"publisher", FieldOf::source},
    Alias{"publication", FieldOf::source},
    Alias{"newspaper", FieldOf::source},
    Alias{"sitename", FieldOf::source},
    Alias{"site", FieldOf::source},
    Alias{"outlet", FieldOf::source},
    Alias{"provider", FieldOf::source},

    Alias{"body", FieldOf::body},
    Alias{"articlebody", FieldOf::body},
    Alias{"content", FieldOf::body},
    Alias{"contenthtml", FieldOf::body},
    Alias{"contenttext", FieldOf::body},
    Alias{"text", FieldOf::body},
    Alias{"bodytext", FieldOf::body},
    Alias{"bodyhtml", FieldOf::body},
    Alias{"fulltext", FieldOf::body},
    Alias{"maintext", FieldOf::body},
    Alias{"story", FieldOf::body},
    Alias{"paragraphs", FieldOf::body},
    Alias{"html", FieldOf::body},

    Alias{"captions", FieldOf::captions},
    Alias{"caption", FieldOf::captions},
    Alias{"imagecaption", FieldOf::captions},
    Alias{"imagefigcaption", FieldOf::captions},

    Alias{"draft", FieldOf::draft},
};

// In place of a text, an object that has it under one of these: an author's name, WordPress's
// {"rendered": ...}, database exports' {"$date": ...}.
constexpr std::array text_keys = {"name",  "title", "rendered", "text", "value",  "html", "content",
                                  "label", "term",  "$date",    "$oid", "@value", "@id",  "url"};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return plain;
}

// The values of an object by their plain names.
using Members = std::vector<std::pair<std::string, const json*>>;

const json* find(const Members& members, std::string_view name) {
  const auto found = std::ranges::find(members, name, &Members::value_type::first);
  return found == members.end() ? nullptr : found->second;
}

// Every text in a value: itself, the elements of a list, what an object stands for.
void collect_texts(const json& value, std::vector<std::string>& texts) {
  if (value.is_string()) {
    texts.push_back(value.get<std::string>());
  } else if (value.is_number()) {
    texts.push_back(value.dump());
  } else if (value.is_array()) {
    for (const json& element : value) collect_texts(element, texts);
  } else if (value.is_object()) {
    for (const char* key : text_keys) {
      const auto member = value.find(key);
      if (member == value.end() || member->empty()) continue;
      return collect_texts(*member, texts);
    }
  }
}

std::vector<std::string> texts_of(const json& value) {
  std::vector<std::string> texts;
  collect_texts(value, texts);
  std::erase_if(texts, [](const std::string& text) { return tidy_line(text).empty(); });
  return texts;
}

// The first value of the field that has a text.
std::vector<std::string> texts_of(const Members& members, FieldOf field) {
  for (const Alias& alias : aliases) {
    const json* value = alias.field == field ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    if (std::vector<std::string> texts = texts_of(*value); !texts.empty()) return texts;
  }
  return {};
}

std::string line_of(const Members& members, FieldOf field) {
  const std::vector<std::string> texts = texts_of(members, field);
  return texts.empty() ? std::string() : plain_line(texts.front());
}

std::string_view kind_of(const json& value) {
  if (value.is_number()) return "a number";
  if (value.is_boolean()) return "true or false";
  return value.is_array() ? "a list" : "an object";
}

// Text is due here: a number or a truth value is a mistake of whoever made the file. The first
// name that is given at all decides.
std::string check_text(const Members& members, FieldOf field) {
  for (const Alias& alias : aliases) {
    const json* value = alias.field == field ? find(members, alias.name) : nullptr;
    if (value == nullptr || value->is_null() || value->empty()) continue;
    if (value->is_string()) return {};
    const bool structured = value->is_object() || (value->is_array() && field == FieldOf::body);
    if (structured && !texts_of(*value).empty()) return {};
    return '"' + std::string(alias.name) + "\" is " + std::string(kind_of(*value)) + ", not text";
  }
  return {};
}

// A date, or the seconds or milliseconds since 1970 that databases export.
std::string date_of(const Members& members, FieldOf field) {
  std::string text = line_of(members, field);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || (text.size() != 10 && text.size() != 13)) return text;
  const std::time_t seconds = std::stoll(text.substr(0, 10));
  std::tm time{};
  gmtime_r(&seconds, &time);
  std::array<char, 32> iso;
  return {iso.data(), std::strftime(iso.data(), iso.size(), "%Y-%m-%dT%H:%M:%SZ", &time)};
}

void set_author(const Members& members, Article& article) {
  for (const std::string& text : texts_of(members, FieldOf::author)) {
    for (std::string& name : split_byline(plain_line(text))) {
      article.author.push_back(std::move(name));
    }
  }
}

// A list of tags in one string is cut at its commas.
void set_tags(const Members& members, Article& article) {
  for (const Alias& alias : aliases) {
    const json* value = alias.field == FieldOf::tags ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    for (const std::string& text : texts_of(*value)) {
      std::string_view rest = text;
      const char separator = text.find(';') == std::string::npos ? ',' : ';';
      while (value->is_string() && rest.find(separator) != std::string_view::npos) {
        article.tags.push_back(plain_line(rest.substr(0, rest.find(separator))));
        rest.remove_prefix(rest.find(separator) + 1);
      }
      article.tags.push_back(plain_line(rest));
    }
  }
}

void set_url(const Members& members, Article& article) {
  for (const Alias& alias : aliases) {
    const json* value = alias.field == FieldOf::url ? find(members, alias.name) : nullptr;
    if (value == nullptr || !article.url.empty()) continue;
    for (const std::string& text : texts_of(*value)) {
      if (article.url.empty()) article.url = web_address(text);
    }
  }
}

void set_body(const Members& members, Article& article) {
  for (const Alias& alias : aliases) {
    const json* value = alias.field == FieldOf::body ? find(members, alias.name) : nullptr;
    if (value == nullptr) continue;
    const std::vector<std::string> texts = texts_of(*value);
    const bool list = value->is_array();
    for (const std::string& given : texts) {
      const std::string markup = unescape_markup(given);
      const std::string text = without_shortcodes(markup.empty() ? given : markup);
      if (list ? is_html_paragraph(text) : looks_like_html(text)) {
        PageText story = html_text(text);
        std::ranges::move(story.paragraphs, std::back_inserter(article.body));
        std::ranges::move(story.captions, std::back_inserter(article.captions));
      } else if (list) {
        article.body.push_back(text);
      } else {
        article.body = split_paragraphs(text);
      }
    }
    if (!article.body.empty()) return;
  }
}

// Hugo's `draft: true` and Jekyll's `published: false`.
bool is_draft(const Members& members) {
  const json* draft = find(members, "draft");
  const json* published = find(members, "published");
  return (draft != nullptr && *draft == true) || (published != nullptr && *published == false);
}

}  // namespace

std::string plain_line(std::string_view text) {
  if (!looks_like_html(text)) return tidy_line(text);
  const std::string markup = unescape_markup(text);
  std::string line;
  for (const std::string& paragraph : html_text(markup.empty() ? text : markup).paragraphs)
    line += paragraph + ' ';
  return tidy_line(line);
}

std::string fill_declared(const json& object, Article& article) {
  Members members;
  for (const auto& [name, value] : object.items()) members.emplace_back(plain_name(name), &value);
  if (is_draft(members)) return "marked as a draft";
  for (const FieldOf field : {FieldOf::title, FieldOf::body}) {
    if (std::string reason = check_text(members, field); !reason.empty()) return reason;
  }
  set_url(members, article);
  set_author(members, article);
  set_tags(members, article);
  set_body(members, article);
  for (std::string& caption : texts_of(members, FieldOf::captions)) {
    article.captions.push_back(plain_line(caption));
  }
  article.id = line_of(members, FieldOf::id);
  article.title = line_of(members, FieldOf::title);
  article.subtitle = line_of(members, FieldOf::subtitle);
  article.published = date_of(members, FieldOf::published);
  article.modified = date_of(members, FieldOf::modified);
  article.section = line_of(members, FieldOf::section);
  article.language = line_of(members, FieldOf::language);
  article.license = line_of(members, FieldOf::license);
  article.source = line_of(members, FieldOf::source);
  return {};
}

}  // namespace backfile
