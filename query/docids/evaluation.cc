// The walk over the tree. Each step knows which articles are still in question.
#include "query/docids/evaluation.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace backfile {
namespace {

class Evaluation {
 public:
  explicit Evaluation(const Xapian::Database& database)
      : database_(database), last_(database.get_lastdocid()) {}

  DocidSet articles(const Condition& condition, const DocidSet* within) const {
    DocidSet found(last_);
    add(condition, within, found);
    return found;
  }

 private:
  // Adds those that satisfy the condition to `found`.
  void add(const Condition& condition, const DocidSet* within, DocidSet& found) const {
    if (condition.is_nothing()) return;
    const auto visitor = [&](const auto& is) { add(condition, is, within, found); };
    std::visit(visitor, *condition.is());
  }

  void add(const Condition&, const Condition::Everything&, const DocidSet* within,
           DocidSet& found) const {
    add(within ? *within : DocidSet::of_all(last_), found);
  }

  void add(const Condition& condition, const Condition::HasTerm& has, const DocidSet* within,
           DocidSet& found) const {
    auto posting = database_.postlist_begin(has.term);
    const auto end = database_.postlist_end(has.term);
    if (within != nullptr && double(within->count()) * cost_of_skip < condition.matches()) {
      for (DocidSet::Docid next = within->at_or_after(1); next != 0;) {
        posting.skip_to(next);
        if (posting == end) return;
        if (*posting == next)
          found.insert(next++);
        else
          next = *posting;
        next = within->at_or_after(next);
      }
      return;
    }
    for (; posting != end; ++posting) {
      if (within == nullptr || within->contains(*posting)) found.insert(*posting);
    }
  }

  void add(const Condition&, const Condition::AnyOf& any, const DocidSet* within,
           DocidSet& found) const {
    for (const Condition& condition : any.conditions) add(condition, within, found);
  }

  void add(const Condition&, const Condition::AllOf& all, const DocidSet* within,
           DocidSet& found) const {
    DocidSet left = articles(all.conditions.front(), within);
    for (std::size_t i = 1; i < all.conditions.size() && !left.empty(); ++i) {
      left = articles(all.conditions[i], &left);
    }
    add(left, found);
  }

  void add(const Condition&, const Condition::AllBut& all_but, const DocidSet* within,
           DocidSet& found) const {
    DocidSet left = articles(all_but.wanted, within);
    left -= articles(all_but.unwanted, &left);
    add(left, found);
  }

  void add(const Condition&, const Condition::Passing& passing, const DocidSet* within,
           DocidSet& found) const {
    DocidSet candidates = articles(passing.candidates, within);
    passing.test->keep_passing(candidates);
    add(candidates, found);
  }

  static void add(const DocidSet& more, DocidSet& found) { found |= more; }

  const Xapian::Database& database_;
  const DocidSet::Docid last_;
};

// Those of a condition, found when they are first asked for.
struct Articles {
  Condition condition;
  std::shared_ptr<const DocidSet> set;
};

class ArticleSource : public Xapian::PostingSource {
 public:
  ArticleSource(std::shared_ptr<Articles> articles, double weight)
      : articles_(std::move(articles)), weight_(weight) {}

  Xapian::doccount get_termfreq_min() const override { return articles_->set ? count() : 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    return articles_->set ? count() : static_cast<Xapian::doccount>(articles_->condition.matches());
  }

  void init(const Xapian::Database& database) override {
    if (!articles_->set) {
      articles_->set = std::make_shared<const DocidSet>(evaluate(articles_->condition, database));
    }
    docid_ = 0;
    at_end_ = false;
    set_maxweight(weight_);
  }
  double get_weight() const override { return weight_; }
  void next(double least) override { seek(docid_ + 1, least); }
  void skip_to(Xapian::docid docid, double least) override { seek(std::max(docid, docid_), least); }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return articles_->set->contains(docid);
  }
  bool at_end() const override { return at_end_; }
  Xapian::docid get_docid() const override { return docid_; }

  PostingSource* clone() const override { return new ArticleSource(articles_, weight_); }
  std::string get_description() const override {
    return "Articles(" +
           (articles_->set ? std::to_string(count()) : articles_->condition.description()) + ")";
  }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(articles_->set->count()); }

  void seek(Xapian::docid docid, double least) {
    docid_ = least > weight_ ? 0 : articles_->set->at_or_after(docid);
    at_end_ = docid_ == 0;
  }

  const std::shared_ptr<Articles> articles_;
  const double weight_;
  Xapian::docid docid_ = 0;
  bool at_end_ = false;
};

Xapian::Query query_of(Articles articles, double weight) {
  auto* source = new ArticleSource(std::make_shared<Articles>(std::move(articles)), weight);
  return Xapian::Query(source->release());
}

}  // namespace

DocidSet evaluate(const Condition& condition, const Xapian::Database& database,
                  const DocidSet* within) {
  return Evaluation(database).articles(condition, within);
}

Xapian::Query query_of(const Condition& condition, double weight) {
  return query_of(Articles{condition, nullptr}, weight);
}

Xapian::Query query_of(std::shared_ptr<const DocidSet> articles, double weight) {
  return query_of(Articles{{}, std::move(articles)}, weight);
}

}  // namespace backfile
