// The catalogue: what each article says of itself, by docid, by key and by id.
//
// That is all of an article but its texts, which its record has (forward/article_text.h): where it
// comes from, when it was published, its tags. The file `catalogue` of a generation, written when a
// build ends (building/join_catalogue.h), as sections in this order; n articles:
//
//   dictionary   what entries are compressed by (base/compress.h)
//   entries      by docid, counted strings (files/varint.h): encode_article() (article/article.h),
//                compressed
//   begins       u64 each: where the entries of the docids 1, 33, 65, ... begin
//   keys         CatalogueKey each, n, by rising numbers, then docids
//   ids          u64 each, n, rising: id_number() of each article
//
// A key is found by the number that it begins with, and then compared with the keys of the articles
// that have it; an id is only counted. Mapped, not loaded. Every number that is read is held to its
// bounds; what is damaged throws Failure{corrupt} that names the file. Immutable: shared by all
// threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/article/article.h"
#include "indexer/base/compress.h"
#include "indexer/files/section_file.h"
#include "indexer/forward/forward_index.h"

namespace backfile {

struct CatalogueKey {
  std::uint32_t number;  // key_number() of its key
  std::uint32_t docid;

  friend auto operator<=>(const CatalogueKey&, const CatalogueKey&) = default;
};

class Catalogue {
 public:
  // The file in the directory of a generation with this forward index.
  Catalogue(const std::filesystem::path& directory, const ForwardIndex& forward);

  // Articles have the docids [1, size()].
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }

  // Without its texts: title, subtitle, authors, body and captions are empty. Failure{corrupt} for a
  // docid that no article has.
  Article facts(std::uint32_t docid) const;
  // The docid of the article with that key.
  std::optional<std::uint32_t> find(std::string_view key) const;
  // How many articles have that id: sources may number theirs alike.
  std::size_t called(std::string_view id) const;

  const SectionFile& file() const { return file_; }
  // Reads every entry; Failure{corrupt} if keys or ids are not those of the articles. `progress` is
  // called now and then.
  void verify(const std::function<void()>& progress) const;

 private:
  std::string_view entry(std::uint32_t docid) const;

  SectionFile file_;
  DictionaryDecompressor dictionary_;
  std::span<const std::uint64_t> begins_;
  std::string_view entries_;
  std::span<const CatalogueKey> keys_;
  std::span<const std::uint64_t> ids_;
};

// The first 30 bits of a key (article_key() of article.h); nothing for what is no key.
std::optional<std::uint32_t> key_number(std::string_view key);
// 64 bits that tell ids apart.
std::uint64_t id_number(std::string_view id);

// The sections by their place in the file.
struct CatalogueSection {
  static constexpr std::size_t dictionary = 0, entries = 1, begins = 2, keys = 3, ids = 4,
                               count = 5;
  static constexpr std::uint32_t entries_a_begin = 32;
};

}  // namespace backfile
