// Two tables of strings, then a copy with other numbers.
#include "indexer/index/building/column_writer.h"

#include <cstring>
#include <utility>

#include "indexer/files/limits.h"
#include "indexer/index/value_column.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::string_view bytes_of(const std::uint32_t& number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

std::uint32_t take_number(std::string_view& bytes) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data(), sizeof number);
  bytes.remove_prefix(sizeof number);
  return number;
}

std::uint32_t in_32_bits(std::uint64_t number, std::string_view what) {
  hold_to(ForwardLimits::in_32_bits, number, what);
  return static_cast<std::uint32_t>(number);
}

}  // namespace

void ColumnWriter::begin_article(std::uint32_t values) {
  ++articles_;
  numbers_.add(bytes_of(values));
}

void ColumnWriter::add(std::string_view value) {
  const std::uint32_t spelling = spellings_.number_of(value);
  if (spelling == times_.size()) times_.push_back(0);
  ++times_[spelling];
  numbers_.add(bytes_of(spelling));
}

void ColumnWriter::merge() {
  numbers_.map();
  name_values();
  sort_values();
}

void ColumnWriter::name_values() {
  value_.reserve(spellings_.size());
  for (std::uint32_t spelling = 0; spelling < spellings_.size(); ++spelling) {
    const std::string_view text = spellings_.key(spelling);
    const std::uint32_t value = folded_.number_of(fold(text).term);
    value_.push_back(value);
    if (value == name_.size()) name_.push_back(spelling);
    std::uint32_t& name = name_[value];
    const bool as_often = times_[spelling] == times_[name] && text < spellings_.key(name);
    if (times_[spelling] > times_[name] || as_often) name = spelling;
  }
  times_ = {};
}

void ColumnWriter::sort_values() {
  sorted_ = folded_.sorted();
  std::vector<std::uint32_t> place(sorted_.size());
  for (std::uint32_t i = 0; i < sorted_.size(); ++i) place[sorted_[i]] = i;
  for (std::uint32_t& value : value_) value = place[value];
}

void ColumnWriter::visit(const std::function<void(std::string_view folded)>& visit) const {
  for (const std::uint32_t value : sorted_) visit(folded_.key(value));
}

// Starts and entries. Returns how many articles each value has.
std::vector<std::uint32_t> ColumnWriter::write_articles(
    SectionFileWriter& out, const std::function<void()>& progress) const {
  std::vector<std::uint32_t> starts = {0}, entries, articles(sorted_.size()),
                             seen_in(sorted_.size());
  bool one_each = true;
  std::string_view rest = numbers_.from(0);
  for (std::uint32_t article = 1; article <= articles_; ++article) {
    for (std::uint32_t left = take_number(rest); left > 0; --left) {
      const std::uint32_t value = value_[take_number(rest)];
      if (std::exchange(seen_in[value], article) == article) continue;
      entries.push_back(value);
      ++articles[value];
    }
    starts.push_back(in_32_bits(entries.size(), "values"));
    one_each &= entries.size() == article;
    if (article % 4096 == 0) progress();
  }
  if (one_each || entries.empty()) starts.clear();
  out.begin_section();
  out.append_numbers(std::span<const std::uint32_t>(starts));
  out.begin_section();
  out.append_numbers(std::span<const std::uint32_t>(entries));
  return articles;
}

void ColumnWriter::write(SectionFileWriter& out, const std::function<void()>& progress) const {
  const std::vector<std::uint32_t> articles = write_articles(out, progress);
  std::uint64_t end = 0;
  const auto take = [&](std::string_view text) {
    const std::uint32_t begin = in_32_bits(end, "bytes of values");
    end += text.size();
    return begin;
  };
  out.begin_section();
  for (std::uint32_t number = 0; number < sorted_.size(); ++number) {
    const std::uint32_t value = sorted_[number];
    const std::uint32_t name = take(spellings_.key(name_[value]));
    const std::uint32_t folded = take(folded_.key(value));
    out.append_number(ValueRow{name, folded, articles[number]});
  }
  const std::uint32_t last = take({});
  out.append_number(ValueRow{last, last, 0});
  out.begin_section();
  for (const std::uint32_t value : sorted_) {
    out.append(spellings_.key(name_[value]));
    out.append(folded_.key(value));
  }
}

}  // namespace backfile
