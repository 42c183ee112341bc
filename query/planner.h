// Tree to Xapian query: what words mean in this archive.
//
// Analyzes words in the archive's languages, ranks by stems, filters by terms, and checks the cost
// before anything runs. Uses ast.h, schema.h and the analyzer; searcher.h runs what it plans.
// A Planner is for one thread.
#pragma once

#include <string>
#include <vector>
#include <xapian.h>

#include "indexer/text/analyzer.h"
#include "query/ast.h"
#include "query/leaf.h"
#include "query/parser.h"

namespace backfile {

struct Plan {
  Xapian::Query all;     // every word wanted
  Xapian::Query any;     // the same with its top-level words relaxed to OR; phrases, filters, NOT stay
  bool relaxable = false;
  std::vector<Leaf> leaves;
  std::vector<Note> notes;
};

class Planner {
 public:
  // `languages` of the archive, most frequent first.
  Planner(Xapian::Database database, std::vector<std::string> languages, Analyzer& analyzer);

  Plan plan(const Node& tree);

 private:
  Xapian::Database database_;
  std::vector<std::string> languages_;
  Analyzer& analyzer_;
};

}  // namespace backfile
