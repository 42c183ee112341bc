// Acronyms: what a word means that is typed in capitals or with dots.
//
// The rule, which capitals.cc and the rest of the query engine follow:
//
// - A word is written as an acronym if it has two letters or more and is in capitals or has dots
//   between them: US, U.S., a.m. These are one word, distinct from "us" and "am".
// - Where a whole sentence is in capitals (three words or more), the two cannot be told apart: the
//   words of such a headline or article count both as acronyms and as ordinary words.
// - A common word typed as an acronym (WHO, US, IT, a.m.) matches only where it is written as one,
//   in the text, in a field or in a phrase, whatever `match` says. If no article does that, it
//   is the common word. Any other acronym (AIDS, OPEC) finds all its forms; articles that write
//   it as an acronym rank higher, and in these its other forms are not marked.
// - A query of three words or more, or a phrase of two or more, that is all in capitals has no
//   acronyms except those with dots.
// - A word after = that is typed as an acronym matches only where it is written as one.
// - Tags, authors and sections have no acronyms; filters compare them in small letters.
//
// A note in the answer says how a word was read. The index has the terms for this (schema.h, A and
// AA). This file looks at one article and asks the index about all of it, so that title, passages
// and the article's page agree. searcher.h uses it between planner.h, which makes patterns, and
// snippet.h, which shows them. For the thread of its database.
#pragma once

#include <xapian.h>
#include <vector>

#include "query/matching/match_pattern.h"

namespace backfile {

// The patterns as this article has them: of a word that may stand in any form, acronyms alone where
// it writes any outside sentences in capitals ("AIDS" beside "hearing aids").
std::vector<MatchPattern> patterns_in(const Xapian::Database& database, Xapian::docid article,
                                      std::vector<MatchPattern> patterns);

}  // namespace backfile
