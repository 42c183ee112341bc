// What every article goes through once its reader has made it, whatever it was read from.
//
// Readers hand their articles over with deliver(); scraped ones are delivered with their lines and
// finished by the builder after scraped_boilerplate.h has cleaned them. Pure but for the sink; safe
// on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/article.h"
#include "indexer/readers/common/reader.h"

namespace backfile {

// Tidies every line, drops what is empty, repeated or not a web address, writes dates in ISO 8601
// (an invalid date becomes unknown), settles the language (guessed where none is given) and the id:
// the canonical URL, else what `article.id` declares, else `article.path`. Finishing twice changes
// nothing. Rejected if there is neither a title nor a body.
std::optional<Rejected> finish_article(Article& article);

// The notice (with kept = true) for a finished article with an invalid date; nullopt otherwise.
// deliver() passes it on; for scraped text, whoever finishes the article does.
std::optional<Rejected> report_impossible_date(const Article& article);

// How the reason ends of an article that states a date that none can be, and is dated by another.
inline constexpr std::string_view another_date_taken = "; another date of the article is used";

// The notice for an article that has a date, though it states `refused` in a better place; nullopt
// if that names no day that there can't be.
std::optional<Rejected> report_refused_date(const Article& article, std::string_view refused);

// Where in which file an article stands, for people.
struct Place {
  const std::string& file;
  std::string within = {};   // "line 12", "article 3"; empty for the whole file
  std::string unnamed = {};  // id of the article if it declares none; empty: its path
};

// Finishes an article and gives it to the sink, preceded by the notice of an invalid date; or its
// rejection.
void deliver(Found&& found, const Place& place, const Sink& sink);
void deliver(Article&& article, const Place& place, const Sink& sink);

// An http or https address without spaces, or the empty string.
std::string web_address(std::string_view text);

}  // namespace backfile
