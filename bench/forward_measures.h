// What is measured of a forward index, as tables in Markdown on standard output.
//
// Used by forward_gate.cc. For one thread.
#pragma once

#include <cstdint>

#include "indexer/forward/forward_index.h"

namespace backfile::bench {

// Bytes a word and of the text, by file. A word is a form; openings are counted apart.
void print_files(const ForwardIndex& index, std::uint64_t text_bytes);

// Words, rare words and what they cost, by language of the article.
void print_languages(const ForwardIndex& index);

// Bytes a form, by section of the lexicon.
void print_lexicon(const ForwardIndex& index);

// Nanoseconds a word to find the hits of three sets of forms in every article of a language, with
// each kind of instructions: families in about 20, 10 and 5 % of its articles, its three most
// frequent forms, and everything that begins with s, p or c.
void print_scans(const ForwardIndex& index);

// How fast text is put together again.
void print_rebuilding(const ForwardIndex& index);

}  // namespace backfile::bench
