// The facts, then the texts in their place.
#include "indexer/index/stored_article.h"

#include "indexer/index/generation.h"

namespace backfile {

ForwardIndex open_forward(const std::filesystem::path& generation) {
  try {
    return ForwardIndex(forward_of(generation));
  } catch (const Failure& failure) {
    throw unreadable_generation(generation, failure.what());
  }
}

std::shared_ptr<const Catalogue> open_catalogue(const std::filesystem::path& generation,
                                                const ForwardIndex& forward) {
  try {
    return std::make_shared<const Catalogue>(generation, forward);
  } catch (const Failure& failure) {
    throw unreadable_generation(generation, failure.what());
  }
}

std::shared_ptr<const Columns> open_columns(const std::filesystem::path& generation,
                                            const Xapian::Database& database,
                                            const ForwardIndex& forward) {
  try {
    auto columns = std::make_shared<const Columns>(generation, forward);
    if (database.get_doccount() == columns->facts().articles) return columns;
    throw Failure(Exit::corrupt, "its halves hold different numbers of articles");
  } catch (const Failure& failure) {
    throw unreadable_generation(generation, failure.what());
  }
}

Article stored_article(const Catalogue& catalogue, const ForwardIndex& forward,
                       std::uint32_t docid) {
  Article article = catalogue.facts(docid);
  forward.read_text(docid, article);
  return article;
}

}  // namespace backfile
