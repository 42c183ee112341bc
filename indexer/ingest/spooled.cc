// A checksum (8 bytes), then every member in one order. A text is counted (files/varint.h), a list
// has its length before it.
#include "indexer/ingest/spooled.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

#include "indexer/base/checksum.h"
#include "indexer/base/failure.h"
#include "indexer/files/varint.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Calls visit(member) for all that a spool keeps.
template <typename AnyFound, typename Visitor>
void for_each_member(AnyFound& found, const Visitor& visit) {
  auto& article = found.article;
  visit(article.id);
  visit(article.identity);
  visit(article.url);
  visit(article.title);
  visit(article.subtitle);
  visit(article.author);
  visit(article.published);
  visit(article.modified);
  visit(article.section);
  visit(article.tags);
  visit(article.language);
  visit(article.license);
  visit(article.source);
  visit(article.body);
  visit(article.captions);
  visit(article.published_by);
  visit(article.modified_by);
  visit(article.regions);
  visit(article.path);
  visit(found.lines);
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void operator()(const std::string& text) const {
    is_valid_utf8(text) ? append_counted(out_, text) : append_counted(out_, repair_utf8(text));
  }
  void operator()(const DateEvidence& evidence) const {
    (*this)(evidence.where);
    (*this)(evidence.text);
  }
  void operator()(const BodyRegion& region) const {
    for (const std::uint64_t number :
         {region.element, std::uint64_t{region.first}, std::uint64_t{region.count}}) {
      append_varint(out_, number);
    }
  }
  template <typename Element>
  void operator()(const std::vector<Element>& list) const {
    append_varint(out_, list.size());
    for (const Element& element : list) (*this)(element);
  }

 private:
  std::string& out_;
};

[[noreturn]] void damaged() {
  throw Failure(Exit::corrupt,
                "an article did not come back from the temporary file of the build as it was "
                "written; check disk and memory and run the command again");
}

template <typename Value>
Value whole(const std::optional<Value>& value) {
  if (!value) damaged();
  return *value;
}

class Taker {
 public:
  explicit Taker(std::string_view& bytes) : bytes_(bytes) {}

  void operator()(std::string& text) const { text = whole(take_counted(bytes_)); }
  void operator()(DateEvidence& evidence) const {
    (*this)(evidence.where);
    (*this)(evidence.text);
  }
  void operator()(BodyRegion& region) const {
    region.element = whole(take_varint(bytes_));
    region.first = static_cast<std::uint32_t>(whole(take_varint(bytes_)));
    region.count = static_cast<std::uint32_t>(whole(take_varint(bytes_)));
  }
  template <typename Element>
  void operator()(std::vector<Element>& list) const {
    const std::uint64_t size = whole(take_varint(bytes_));
    if (size > bytes_.size()) damaged();  // an element has a byte at least
    list.resize(size);
    for (Element& element : list) (*this)(element);
  }

 private:
  std::string_view& bytes_;
};

std::size_t size_of(const Found& found) {
  std::size_t bytes = 1024;  // more than the other members have, mostly
  for (const auto* texts : {&found.article.body, &found.article.captions, &found.lines}) {
    for (const std::string& text : *texts) bytes += text.size() + longest_varint_32;
  }
  return bytes;
}

}  // namespace

std::string encode_spooled(const Found& found) {
  std::string bytes;
  bytes.reserve(size_of(found));
  bytes.resize(sizeof(std::uint64_t));
  for_each_member(found, Writer(bytes));
  const std::uint64_t sum = checksum(std::string_view(bytes).substr(sizeof sum));
  std::memcpy(bytes.data(), &sum, sizeof sum);
  return bytes;
}

Found decode_spooled(std::string_view bytes) {
  std::uint64_t sum = 0;
  if (bytes.size() < sizeof sum) damaged();
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(sizeof sum);
  if (checksum(bytes) != sum) damaged();
  Found found;
  for_each_member(found, Taker(bytes));
  if (!bytes.empty()) damaged();
  return found;
}

}  // namespace backfile
