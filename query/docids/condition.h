// Which articles a question asks for, as a tree: terms, and how they combine.
//
// The planner makes one beside what ranks the articles (planning/terms/costed_query.h); evaluation.h
// turns it into a set. Knows no database. An immutable value, cheap to copy: copies share their
// nodes, and with them what an ArticleTest has found out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "query/docids/docid_set.h"

namespace backfile {

// What terms cannot tell of an article: its day, whether a phrase stands in it.
class ArticleTest {
 public:
  virtual ~ArticleTest() = default;
  // Takes out what does not pass.
  virtual void keep_passing(DocidSet& candidates) = 0;
  // Whether it reads articles, so that it had better see few.
  virtual bool reads_articles() const = 0;
  virtual std::string description() const = 0;
};

class Condition {
 public:
  struct Everything {};
  struct HasTerm {
    std::string term;
  };
  struct AnyOf {
    std::vector<Condition> conditions;
  };
  struct AllOf {
    std::vector<Condition> conditions;  // the rarest first; those that read articles last
  };
  struct AllBut;
  struct Passing;
  using Is = std::variant<Everything, HasTerm, AnyOf, AllOf, AllBut, Passing>;

  Condition() = default;  // no article satisfies it

  static Condition everything(double articles);
  static Condition has_term(std::string term, double articles);
  static Condition any_of(std::vector<Condition> conditions);
  static Condition all_of(std::vector<Condition> conditions);
  static Condition all_but(Condition wanted, Condition unwanted);
  // `articles`: how many pass, at most, where that is known.
  static Condition passing(Condition candidates, std::shared_ptr<ArticleTest> test,
                           std::optional<double> articles = {});

  bool is_nothing() const { return node_ == nullptr; }
  // Satisfied by as many articles, at most; exactly as many by a term and by everything.
  double matches() const;
  // nullptr if no article satisfies it.
  const Is* is() const;
  bool reads_articles() const;

  // "(storm AND section) BUT NOT calm", for tests.
  std::string description() const;

 private:
  struct Node;
  Condition(Is is, double matches, bool reads_articles);

  std::shared_ptr<const Node> node_;
};

struct Condition::AllBut {
  Condition wanted, unwanted;
};

struct Condition::Passing {
  Condition candidates;
  std::shared_ptr<ArticleTest> test;
};

struct Condition::Node {
  Is is;
  double matches;
  bool reads_articles;
};

inline double Condition::matches() const {
  return node_ ? node_->matches : 0;
}

inline bool Condition::reads_articles() const {
  return node_ && node_->reads_articles;
}

inline const Condition::Is* Condition::is() const {
  return node_ ? &node_->is : nullptr;
}

}  // namespace backfile
