// From a docid to the nearest entry whose place is known, and on from there.
#include "indexer/index/catalogue.h"

#include <algorithm>
#include <vector>

#include "indexer/base/checksum.h"
#include "indexer/base/failure.h"
#include "indexer/files/varint.h"

namespace backfile {
namespace {

constexpr std::size_t key_length = 16;
constexpr std::uint32_t steps = 4096;

}  // namespace

std::optional<std::uint32_t> key_number(std::string_view key) {
  if (key.size() != key_length) return std::nullopt;
  std::uint32_t number = 0;
  for (const char letter : key.substr(0, 6)) {  // five bits each
    const bool is_letter = letter >= 'a' && letter <= 'z',
               is_digit = letter >= '2' && letter <= '7';
    if (!is_letter && !is_digit) return std::nullopt;
    number = number << 5 | static_cast<std::uint32_t>(is_letter ? letter - 'a' : letter - '2' + 26);
  }
  return number;
}

std::uint64_t id_number(std::string_view id) {
  return checksum(id);
}

Catalogue::Catalogue(const std::filesystem::path& directory, const ForwardIndex& forward)
    : file_(directory, FileKind::catalogue, CatalogueSection::count),
      dictionary_(file_.bytes(CatalogueSection::dictionary)),
      begins_(file_.numbers<std::uint64_t>(CatalogueSection::begins)),
      entries_(file_.bytes(CatalogueSection::entries)),
      keys_(file_.numbers<CatalogueKey>(CatalogueSection::keys)),
      ids_(file_.numbers<std::uint64_t>(CatalogueSection::ids)) {
  if (file_.header().lexicon != forward.lexicon().file().header().checksum) {
    file_.damaged("it belongs to another lexicon");
  }
  constexpr std::uint32_t step = CatalogueSection::entries_a_begin;
  if (keys_.size() != forward.size() || ids_.size() != keys_.size() ||
      begins_.size() != (keys_.size() + step - 1) / step) {
    file_.damaged("articles are missing");
  }
}

std::string_view Catalogue::entry(std::uint32_t docid) const {
  if (docid == 0 || docid > size()) file_.damaged("it lacks an article");
  const std::uint32_t place = docid - 1;
  const std::uint64_t begin = begins_[place / CatalogueSection::entries_a_begin];
  if (begin > entries_.size()) file_.damaged("an article lies beyond its end");
  std::string_view rest = entries_.substr(begin);
  for (std::uint32_t before = place % CatalogueSection::entries_a_begin;; --before) {
    const auto entry = take_counted(rest);
    if (!entry) file_.damaged("an article lies beyond its end");
    if (before == 0) return *entry;
  }
}

Article Catalogue::facts(std::uint32_t docid) const {
  const std::string_view packed = entry(docid);
  try {
    return decode_article(dictionary_.decompress(packed));
  } catch (const Failure&) {
    file_.damaged("what it says of an article does not add up");
  }
}

std::optional<std::uint32_t> Catalogue::find(std::string_view key) const {
  const auto number = key_number(key);
  if (!number) return std::nullopt;
  auto place = std::ranges::lower_bound(keys_, *number, {}, &CatalogueKey::number);
  for (; place != keys_.end() && place->number == *number; ++place) {
    if (article_key(facts(place->docid)) == key) return place->docid;
  }
  return std::nullopt;
}

std::size_t Catalogue::called(std::string_view id) const {
  const auto [first, last] = std::equal_range(ids_.begin(), ids_.end(), id_number(id));
  return static_cast<std::size_t>(last - first);
}

void Catalogue::verify(const std::function<void()>& progress) const {
  file_.verify();
  std::vector<CatalogueKey> keys;
  std::vector<std::uint64_t> ids;
  for (std::uint32_t docid = 1; docid <= size(); ++docid) {
    const Article article = facts(docid);
    keys.push_back({*key_number(article_key(article)), docid});
    ids.push_back(id_number(article.id));
    if (docid % steps == 0) progress();
  }
  std::ranges::sort(keys);
  std::ranges::sort(ids);
  if (!std::ranges::equal(keys, keys_)) file_.damaged("its keys are not those of the articles");
  if (!std::ranges::equal(ids, ids_)) file_.damaged("its ids are not those of the articles");
}

}  // namespace backfile
