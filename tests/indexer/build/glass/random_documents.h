// Archives that are awkward to store, drawn by a seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "indexer/build/glass/both_ways.h"

namespace backfile {

// Evenly distributed bytes, which nothing can compress.
std::string random_bytes(std::mt19937& random, std::size_t size);

// Up to some thousand documents: of many terms and of none, with data and without, numbered with
// gaps; terms of all bytes and lengths, frequent and rare, most of them once in a document, some a
// million times, some not counted.
std::vector<PlainDocument> random_documents(std::uint32_t seed);

// All terms of the documents.
std::vector<std::string> terms_of(const std::vector<PlainDocument>& documents);

}  // namespace backfile
