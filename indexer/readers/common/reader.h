// The interface every input format implements: a reader turns a file into articles.
//
// open.h picks among the formats. A reader never throws for what a file holds: what it cannot read
// becomes a Rejected and the rest goes on. File content is hostile: readers bound depth, length and
// time. Readers have no state: safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/readers/common/explanation.h"

namespace backfile {

// Changes whenever the same file may be read as another article; kept with every record.
inline constexpr std::string_view readers_fingerprint = "readers 1";

// What was left out of a file because it is not part of the article: words by reason, and how much
// of it was prose.
struct Leftovers {
  std::map<std::string, std::uint64_t> words = {};
  std::uint64_t prose = 0;       // words of sentences among them, those of readers' comments aside
  std::uint64_t prose_kept = 0;  // of the article
  std::uint64_t articles = 0;    // whole articles of the page that were not read

  bool has_most_prose() const { return prose > prose_kept; }
};

// What a reader found.
struct Found {
  Article article;
  // Every line of a scraped text; empty for other formats. scraped_boilerplate.h finds the story in
  // them once it has seen the whole archive.
  std::vector<std::string> lines;
  bool declares_id = false;  // the id is neither the URL nor made of the path
  Leftovers left = {};
  Explanation explanation = {};  // empty unless Sink::explain asked for it
};

// Where a reader puts what it reads, in the order of the file.
struct Sink {
  std::function<void(Found&&)> found;
  // Articles, and notices (Rejected::kept) of parts lost from an article, which come before it.
  std::function<void(Rejected&&)> rejected;
  bool explain = false;  // fill Found::explanation

  // Work on a part of a file, which puts what it finds into the sink that it gets. Whatever it
  // needs has to be its own: it may be done on another thread, when the reader has gone on.
  using Work = std::function<void(const Sink&)>;
  // Hands on work on so many bytes; what it finds belongs where the reader is now. Empty if a
  // reader has to do all work itself.
  std::function<void(Work, std::size_t bytes)> later = {};
  // The same of work that must wait until all before it is done. Empty where `later` is.
  std::function<void(Work)> in_turn = {};
};

class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::string_view name() const = 0;  // "markdown"; for tests
  // Whether a file may hold many articles, so that those before a damaged part are complete.
  virtual bool holds_many() const { return false; }
  // `path` is how the file is called in the archive: it becomes Article::path, and the id where the
  // file declares none. Identities are settled by open.h.
  virtual void read(std::istream& in, const std::string& path, const Sink& sink) const = 0;
};

}  // namespace backfile
