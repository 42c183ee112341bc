// Member after member, each with its number before it; what is empty is left out.
//
//   a text           its length, its bytes
//   a list of texts  how many, then each as a text
//   regions          how many, then three numbers of each
//
// Numbers are varints (files/varint.h).
#include <cstddef>
#include <optional>

#include "indexer/article/article.h"
#include "indexer/base/failure.h"
#include "indexer/files/varint.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Calls visit(number, member) for every member that is stored. Numbers rise, and mean the same in
// every index of a schema (schema.h).
template <typename Fields, typename Visitor>
void for_each_stored(Fields& article, const Visitor& visit) {
  std::size_t number = 0;
  const auto next = [&](auto& member) { visit(++number, member); };
  next(article.id);
  next(article.identity);
  next(article.url);
  next(article.title);
  next(article.subtitle);
  next(article.author);
  next(article.published);
  next(article.modified);
  next(article.section);
  next(article.tags);
  next(article.language);
  next(article.license);
  next(article.source);
  next(article.body);
  next(article.captions);
  next(article.published_by.where);
  next(article.published_by.text);
  next(article.modified_by.where);
  next(article.modified_by.text);
  next(article.regions);
  next(article.path);
}

// Readers hand out valid UTF-8 only; should one ever not, the article is mended, not lost.
void append(std::string& bytes, std::string_view text) {
  is_valid_utf8(text) ? append_counted(bytes, text) : append_counted(bytes, repair_utf8(text));
}

void append(std::string& bytes, const BodyRegion& region) {
  append_varint(bytes, region.element);
  append_varint(bytes, region.first);
  append_varint(bytes, region.count);
}

template <typename Item>
void append(std::string& bytes, const std::vector<Item>& list) {
  append_varint(bytes, list.size());
  for (const Item& item : list) append(bytes, item);
}

std::size_t room_for(const Article& article) {
  std::size_t bytes = 1024;  // more than the other members have, mostly
  for (const auto* texts : {&article.body, &article.captions}) {
    for (const std::string& text : *texts) bytes += text.size() + longest_varint_32;
  }
  return bytes;
}

[[noreturn]] void damaged() {
  throw Failure(Exit::corrupt,
                "a stored article is damaged; rebuild the index with `backfile index`");
}

template <typename Number>
Number take_number(std::string_view& bytes) {
  const auto number = take_varint(bytes);
  if (!number || static_cast<Number>(*number) != *number) damaged();
  return static_cast<Number>(*number);
}

void take(std::string_view& bytes, std::string& text) {
  const auto taken = take_counted(bytes);
  if (!taken) damaged();
  text = *taken;
}

void take(std::string_view& bytes, BodyRegion& region) {
  region.element = take_number<std::uint64_t>(bytes);
  region.first = take_number<std::uint32_t>(bytes);
  region.count = take_number<std::uint32_t>(bytes);
}

template <typename Item>
void take(std::string_view& bytes, std::vector<Item>& list) {
  const auto items = take_number<std::size_t>(bytes);
  if (items > bytes.size()) damaged();  // each takes a byte at least
  list.resize(items);
  for (Item& item : list) take(bytes, item);
}

}  // namespace

std::string encode_article(const Article& article) {
  std::string bytes;
  bytes.reserve(room_for(article));
  for_each_stored(article, [&](std::size_t number, const auto& member) {
    if (member.empty()) return;
    append_varint(bytes, number);
    append(bytes, member);
  });
  return bytes;
}

Article decode_article(std::string_view bytes) {
  Article article;
  for_each_stored(article, [&](std::size_t number, auto& member) {
    std::string_view rest = bytes;
    if (take_varint(rest) != number) return;
    take(rest, member);
    bytes = rest;
  });
  if (!bytes.empty()) damaged();  // out of order, or no article's
  return article;
}

}  // namespace backfile
