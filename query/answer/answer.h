// A question and its answer as plain values.
//
// Callers (command line, API, pages) fill a Request, searcher.h answers it, render.h shows the
// Answer. No Xapian here.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/article/fields.h"
#include "query/language/parser.h"
#include "query/ranking/ranking_settings.h"
#include "query/snippet/snippet.h"

namespace backfile {

enum class Sort { relevance, newest, oldest };
enum class Match {
  automatic,  // all words; relaxed, visibly, where no article or too few have them all
  all,
  any,
  topic,  // any, with feedback: words of the best articles are looked for as well
};

// What an answer in JSON counts places in a text by.
enum class Offsets { utf16, code_point, byte };

struct Request {
  std::string query;
  // May be empty: then everything within the filters answers, and without filters everything where
  // an order of dates is asked for; by relevance nothing does, and a note says so.
  bool plain = false;  // the words as they stand: quotes, brackets and operators mean nothing
  Match match = Match::automatic;
  Sort sort = Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 20;
  std::string cursor;  // `next` of an earlier answer: what comes behind it, whatever `offset` says
  std::string from, to;  // YYYY[-MM[-DD]], both included; empty: open
  // Values wanted of the fields that filter: OR within a field, AND across them.
  std::map<FieldId, std::vector<std::string>> filters;
  std::vector<std::string> facets;  // fields to count, by their names as facets
  bool strict = false;              // a note of the parser is a refusal
  bool snippets = true;
  QueryLimits limits;
  bool feedback = false;  // ranks by words of the best articles, too
  // Where any word will do, articles that have mere pieces of a compound are ranked, too: for
  // experiments, which measure rankings and not what is an answer.
  bool ranks_pieces = false;
  RankingSettings ranking;

  // Of `filters`; empty for a field that has none.
  std::span<const std::string> values_of(FieldId field) const;
  bool has_filters() const;  // any value at all
};

struct Hit {
  Article article;
  std::string key;
  double score = 0;
  // Words asked for that it has neither in its text nor in its tags, authors and section; where not
  // all were wanted.
  std::vector<std::string> missing;
  std::vector<std::string> shared;  // some that feedback added and it has, where any is missing
  std::uint64_t copies = 0;         // other articles that it stands for: the same story elsewhere
  Snippet title;
  std::vector<Snippet> snippets;
};

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
  bool selected = false;
};

struct Facet {
  std::string field;
  std::vector<FacetValue> values;  // most frequent first
  std::uint64_t other = 0;         // matches whose values were too many to list
  std::uint64_t missing = 0;       // matches without a value
};

// Somebody whose name is in the question.
struct Writer {
  std::string name;
  std::uint64_t count = 0;  // articles, in the whole archive
};

struct Answer {
  std::string query;
  std::string interpreted;
  std::vector<Note> notes;
  // Not empty: the question was refused (a hard limit, a bad date, strict); nothing was searched.
  std::string refusal;
  std::optional<std::size_t> refusal_position;  // as of a note
  std::string hint;                             // what to do about the refusal

  std::uint64_t total = 0;             // exact
  std::vector<std::string> expansion;  // the words that feedback added
  bool relaxed = false;                // articles that have some of the words are among the matches
  // The matches that have all words in their text; in a relaxed answer these stand first. Equals
  // `total` where all are wanted. Nothing where counting them would cost too much.
  std::optional<std::uint64_t> complete;
  std::size_t offset = 0;  // matches before the first hit
  std::vector<Hit> hits;
  std::string next;  // cursor of what comes behind the hits; empty where nothing does
  std::vector<Facet> facets;
  std::vector<Writer> writers;  // most articles first; not where an author is chosen already
  double took_ms = 0;

  std::string generation;
  std::string built_at;
  std::uint64_t documents = 0;
};

}  // namespace backfile
