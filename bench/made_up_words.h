// A vocabulary that behaves like a newspaper's and means nothing.
//
// The function words are English, so that stop words and language detection have their work; the
// rest is put together from syllables and English endings, so that stems gather forms. Neighbours:
// random.h, archive_generator.h.
#pragma once

#include <string>
#include <vector>

#include "bench/random.h"

namespace backfile::bench {

// `size` different words, most frequent first. The first hundred or so are function words.
std::vector<std::string> made_up_vocabulary(std::size_t size, Random& random);

// "Harl", "Tombrey": to be joined to names of people and places.
std::string made_up_name(Random& random);

// "NRTO": two to five letters.
std::string made_up_acronym(Random& random);

}  // namespace backfile::bench
