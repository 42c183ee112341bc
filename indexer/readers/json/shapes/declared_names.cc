// One row for each name that a field goes by, the better names of a field first.
#include "indexer/readers/json/shapes/declared_names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace backfile {
namespace {

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
    Alias{"headlines", FieldOf::title},
    Alias{"posttitle", FieldOf::title},
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
    Alias{"postexcerpt", FieldOf::subtitle},
    Alias{"trailtext", FieldOf::subtitle},
    Alias{"snippet", FieldOf::subtitle},

    Alias{"author", FieldOf::author},
    Alias{"authors", FieldOf::author},
    Alias{"byline", FieldOf::author},
    Alias{"creator", FieldOf::author},
    Alias{"writer", FieldOf::author},
    Alias{"writers", FieldOf::author},
    Alias{"by", FieldOf::author},
    Alias{"postauthor", FieldOf::author},

    Alias{"published", FieldOf::published},
    Alias{"datepublished", FieldOf::published},
    Alias{"publishedat", FieldOf::published},
    Alias{"publishedon", FieldOf::published},
    Alias{"publishdate", FieldOf::published},
    Alias{"publicationdate", FieldOf::published},
    Alias{"publisheddate", FieldOf::published},
    Alias{"publishedtime", FieldOf::published},
    Alias{"firstpublishedat", FieldOf::published},
    Alias{"firstpublishdate", FieldOf::published},
    Alias{"displaydate", FieldOf::published},
    Alias{"pubdate", FieldOf::published},
    Alias{"webpublicationdate", FieldOf::published},
    Alias{"date", FieldOf::published},
    Alias{"dategmt", FieldOf::published},
    Alias{"datetime", FieldOf::published},
    Alias{"issued", FieldOf::published},
    Alias{"datecreated", FieldOf::published},
    Alias{"createdat", FieldOf::published},
    Alias{"created", FieldOf::published},
    Alias{"createdutc", FieldOf::published},
    Alias{"timestamp", FieldOf::published},
    Alias{"postdate", FieldOf::published},
    Alias{"postdategmt", FieldOf::published},

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
    Alias{"postmodified", FieldOf::modified},
    Alias{"postmodifiedgmt", FieldOf::modified},

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
    Alias{"selftext", FieldOf::body},
    Alias{"storytext", FieldOf::body},
    Alias{"lexical", FieldOf::body},
    Alias{"mobiledoc", FieldOf::body},
    Alias{"introtext", FieldOf::body},
    Alias{"leadparagraph", FieldOf::body},
    Alias{"extract", FieldOf::body},
    Alias{"postcontent", FieldOf::body},

    Alias{"captions", FieldOf::captions},
    Alias{"caption", FieldOf::captions},
    Alias{"imagecaption", FieldOf::captions},
    Alias{"imagefigcaption", FieldOf::captions},

    Alias{"draft", FieldOf::draft},
};

constexpr std::array<std::string_view, 5> openings = {"leadparagraph", "introtext", "intro",
                                                      "nutgraf", "lede"};

}  // namespace

std::span<const Alias> declared_names() {
  return aliases;
}

std::span<const std::string_view> opening_names() {
  return openings;
}

bool is_opening(std::string_view name) {
  return std::ranges::find(openings, name) != openings.end();
}

int number_of_part(std::string_view name) {
  constexpr std::size_t most_digits = 3;
  const std::size_t last = name.find_last_not_of("0123456789");
  if (last == name.npos || last + 1 == name.size()) return -1;
  const std::string_view stem = name.substr(0, last + 1), digits = name.substr(last + 1);
  const auto is_stem = [&](const Alias& alias) {
    return alias.field == FieldOf::body && alias.name == stem;
  };
  const bool part = stem == "paragraph" || stem == "para" || stem == "bodypart";
  if (digits.size() > most_digits || (!part && std::ranges::none_of(aliases, is_stem))) return -1;
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  for (const std::string_view scheme : {"dc:", "dcterms:", "schema:"}) {
    if (plain.starts_with(scheme)) return plain.substr(scheme.size());
  }
  return plain;
}

}  // namespace backfile
