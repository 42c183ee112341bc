// A request and its answer as plain values.
//
// Callers (command line, API, pages) fill in a Request, searcher.h answers it, and render.h shows
// the Answer. Nothing here depends on Xapian.
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
  automatic,  // all words; relaxed, with a notice, if no article or too few have them all
  all,
  any,
  topic,  // any, with feedback: words of the best articles are searched for as well
};

// What an answer in JSON counts places in a text by.
enum class Offsets { utf16, code_point, byte };

// The largest offset and the longest page. What lies beyond is for exports.
inline constexpr std::size_t most_results = 10'000;

struct Request {
  std::string query;
  // If it is empty, everything within the filters matches. Without filters, everything matches if
  // the results are sorted by date; sorted by relevance nothing does, and a note says so.
  bool plain = false;  // quotes, brackets and operators have no meaning
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
  bool has_pages = true;            // notes speak of pages; else of --offset, as in a terminal
  bool snippets = true;
  QueryLimits limits;
  bool feedback = false;  // ranks by words of the best articles, too
  // If any word will do, also ranks articles that have only pieces of a compound. For experiments,
  // which measure rankings rather than what counts as an answer.
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
  // Query words that it has neither in its text nor in its tags, authors and section, if not all
  // were required.
  std::vector<std::string> missing;
  std::vector<std::string> shared;  // words added by feedback that it has, if any is missing
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

// An author whose name is in the query.
struct Writer {
  std::string name;
  std::uint64_t count = 0;  // articles, in the whole archive
};

// Why a request is not answered: a hard limit, a bad date, a note under `strict`.
struct Refused {
  std::string reason;                   // a plain sentence
  std::string hint;                     // what to do about it
  std::optional<std::size_t> position;  // in the query, as of a note
};

struct Answer {
  std::string query;
  std::string interpreted;
  std::vector<Note> notes;
  std::optional<Refused> refused;  // then nothing was searched, and what follows is empty

  std::uint64_t total = 0;             // exact
  std::vector<std::string> expansion;  // the words that feedback added
  bool relaxed = false;                // articles that have some of the words are among the matches
  // The matches that have all words in their text; in a relaxed answer these come first. Equals
  // `total` if all are required; absent if counting them would cost too much.
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
