// Whether a phrase stands in an article: the question that is asked of every article with its words.
//
// The record's codes are scanned for the rarest word, and only where that is found, are its
// neighbours looked at; most articles are told without a look at separators, forms or paragraphs.
// Where codes cannot tell (compounds, runs of Han), record_patterns.h
// reads the record whole. Both say the same. Used by where_found.h. For one thread.
//
//   RecordJudge judge(index, patterns, analyzer, joined_in);
//   if (judge.holds(docid)) ...
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/forward/scan.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/matching/records/article_record.h"
#include "query/matching/records/record_patterns.h"
#include "query/matching/records/record_words.h"

namespace backfile {

class RecordJudge {
 public:
  using Docids = std::vector<std::uint32_t>;
  // The articles that have a compound which is spelled so as one word, rising: only in these is a
  // word looked for among compounds.
  using JoinedIn = std::function<Docids(const std::string& term)>;

  // The index and the analyzer must outlive it.
  RecordJudge(const ForwardIndex& index, std::vector<MatchPattern> patterns, Analyzer& analyzer,
              const JoinedIn& joined_in);

  // Whether any of the patterns stands in the article. Failure{corrupt} if its record is damaged.
  bool holds(std::uint32_t docid);

 private:
  enum class Verdict : std::uint8_t { no, yes, perhaps };

  // A pattern as codes, one position after the other.
  struct Row {
    std::vector<RecordWord> words;
    std::vector<CodeSet> codes;  // by word
    std::size_t rarest = 0;      // a word, by number
    RecordRegion region = RecordRegion::text;
    Verdict found = Verdict::yes;   // where the codes stand so
    Verdict missing = Verdict::no;  // where they don't, but
    Docids in_doubt;                // in these articles, of which a compound tells
  };

  Row row_of(const MatchPattern& pattern, const JoinedIn& joined_in);
  Verdict judge(const Row& row, std::uint32_t docid, const Record& record) const;
  bool stands_at(const Row& row, const Record& record, std::size_t first) const;
  bool is_found_whole(std::uint32_t docid);

  const ForwardIndex& index_;
  const std::vector<MatchPattern> patterns_;
  Analyzer& analyzer_;
  FormFinder forms_;
  std::vector<Row> rows_;
  std::optional<RecordPatterns> whole_;  // made when it is needed first
};

}  // namespace backfile
