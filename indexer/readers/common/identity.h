// Which article is which: the rule that gives every article its identity.
//
// Two versions of one article share an identity, two articles never do. It is the URL; else the id
// that the article declares, qualified by where it was declared: the article's own source, else the
// name of the source that holds the file (source_names.h), else the file; else the path of the
// file. So two files may both number from 1. open.h and ingest.h apply the rule, article.h keeps
// what comes of it and makes keys of it. Pure; safe on any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "indexer/article/article.h"

namespace backfile {

// Where an article was found.
struct FoundIn {
  std::string_view file;    // as the archive calls it; no two files are called the same
  std::string_view source;  // the name of the source that holds it; empty if it has none
};

// Whether an address may be that of one article: it is not the home page of a site, which a careless
// template declares on every page.
bool may_name_article(std::string_view url);

// What an export writes where an article has no id: "n/a", "none", "-".
bool is_placeholder(std::string_view id);

// Takes an address as that of the article unless it has a better one already.
void offer_url(Article& article, std::string_view text);

// Settles the identity of a finished article, and its source where it names none itself. One that
// the article brought along (printed_identity) stays. `declares_id`: article.id is neither a URL
// nor made of the path.
void assign_identity(Article& article, const FoundIn& where, bool declares_id);

// The identity of an article that `backfile read` printed; empty for any other object. "identity"
// is believed only where "key" is its hash: a field that merely happens to be called so shall not
// make one article of many.
std::string printed_identity(const nlohmann::json& object);

}  // namespace backfile
