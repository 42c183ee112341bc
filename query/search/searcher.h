// One open generation, answering one query at a time.
//
// The recipe of a search: parse, plan, match, rank, snippets. archive.h opens the generation;
// pool.h keeps a set of searchers for a server. A Searcher is for one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "query/answer/answer.h"

namespace backfile {

// What all searchers of one generation share; immutable.
struct Archive;
struct ResolvedRequest;

// Opens the generation that INDEX names as current. Failure{corrupt} if there is none.
std::shared_ptr<const Archive> open_archive(const std::filesystem::path& index);

// Opens another generation of INDEX, whichever is current; throws where it is gone or damaged.
std::shared_ptr<const Archive> open_kept_archive(const std::filesystem::path& index,
                                                 const std::string& generation);

// Whether it is still there.
bool is_kept(const std::filesystem::path& index, const std::string& generation);

// Name of the generation that INDEX names now, without opening it.
std::string current_name(const std::filesystem::path& index);

// Facts of an archive for pages and `stats`.
struct ArchiveFacts {
  std::string generation, built_at;
  std::uint64_t documents = 0;
  std::vector<std::pair<std::string, std::uint64_t>> sections;   // by name
  std::vector<std::pair<std::string, std::uint64_t>> languages;  // most articles first
  std::uint32_t first_day = 0, last_day = 0;                     // PackedDay
  std::uint64_t undated = 0;
};
const ArchiveFacts& facts(const Archive& archive);

struct MarkedArticle {
  Article article;
  std::vector<Snippet> passages;     // one per field and paragraph, in reading order, whole
  std::vector<std::string> missing;  // words of the query that it has not, as Hit::missing
};

class Searcher {
 public:
  explicit Searcher(std::shared_ptr<const Archive> archive);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  // Throws Failure for a damaged index, never for what is asked.
  Answer search(const Request& request);

  // By key; nothing if there is no such article.
  std::optional<Article> article(std::string_view key);

  // How many articles have that id: sources may number theirs alike.
  std::size_t articles_called(std::string_view id) const;

  // The same with every match of `query` marked, for its page.
  std::optional<MarkedArticle> marked(std::string_view key, std::string_view query);

  const Archive& archive() const { return *archive_; }

 private:
  void run(const Request& request, const ResolvedRequest& resolved, Answer& answer);

  struct State;
  std::shared_ptr<const Archive> archive_;
  std::unique_ptr<State> state_;
};

}  // namespace backfile
