// Acronyms: what a word means that is typed in capitals or with dots.
//
// The rule, which capitals.cc and the rest of the query engine follow:
//
// - A word is written as an acronym where it has two letters or more and is in capitals or has dots
//   between them: US, U.S., a.m. These are one word, told from "us" and "am".
// - Where a whole sentence is in capitals (three words or more), there is no telling: the words of
//   such a headline or article count as acronyms and as ordinary words.
// - A common word typed as an acronym (WHO, US, IT, a.m.) is looked for only where it is so written:
//   in the text, in a field, in a phrase, whatever the match. Where no article writes it so, it is
//   the common word. Any other (AIDS, OPEC) finds all its forms; articles that write it as an
//   acronym rank higher, and there its other forms are not marked.
// - A query of three words or more, or a phrase of two or more, that is all in capitals has no
//   acronyms but those with dots.
// - A word behind = that is typed as an acronym is looked for only where it is so written.
// - Tags, authors and sections have no acronyms; filters compare them in small letters.
//
// Answers tell in a note how a word was read. The index has what it takes (schema.h, A and AA).
// This file looks at one article: it is asked of the index for the whole of it, so that title,
// passages and the article's page agree. Used by searcher.h between planner.h, which makes patterns,
// and snippet.h, which shows them. For the thread of its database.
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
