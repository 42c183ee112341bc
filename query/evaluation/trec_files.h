// The files of retrieval experiments: topics, judgements (qrels) and runs.
//
//   topics   id <TAB> words
//   qrels    topic 0 article grade
//   run      topic Q0 article rank score tag
//
// The formats of TREC, with article ids (which hold no spaces) for document numbers. Readers throw
// Failure{unreadable} that names the file and the line, and skip a byte order mark. Used by
// evaluate.h.
#pragma once

#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "query/evaluation/measures.h"

namespace backfile {

struct Topic {
  std::string id;
  std::string text;
};

// At least one, and no id twice.
std::vector<Topic> read_topics(const std::filesystem::path& file);
std::map<std::string, Judgements> read_qrels(const std::filesystem::path& file);

// Rankings by topic, best first.
using Run = std::map<std::string, std::vector<std::string>>;
Run read_run(const std::filesystem::path& file);

// An id with its spaces percent-encoded, as it is written in runs and qrels.
std::string trec_id(const std::string& article_id);
// The ids that may be written as `trec_id` there: itself, and its decoded form if that differs.
std::vector<std::string> article_ids(const std::string& trec_id);

void write_ranking(std::ostream& out, const std::string& topic,
                   const std::vector<std::pair<std::string, double>>& ids_and_scores);

}  // namespace backfile
