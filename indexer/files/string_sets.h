// Sets of numbers by a string, in four sections of a file: sorted strings (two, sorted_strings.h),
// where each one's members begin, and the members of all, one set after the other.
//
// Most sets have one member, so where they begin is written in bits: for each string a 0 for each
// of its members, then a 1. Before these are, as u32, the number of strings and how many bits come before
// the strings 0, 16, 32, ...: half a byte a string in all.
//
// What a folded form stands for, a family's forms, the writers who have a word in their names. Every
// number that leads on is held to its bounds; members are for their user to check. Safe on any
// thread; a writer is for one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/files/key_table.h"
#include "indexer/files/section_file.h"
#include "indexer/files/sorted_strings.h"

namespace backfile {

class StringSets {
 public:
  static constexpr std::size_t sections = 4;

  // The sections from `section` on.
  StringSets(const SectionFile& file, std::size_t section);

  const SortedStrings& strings() const { return strings_; }
  // Of one string, or of all in [first, last), in the order in which they were added.
  std::span<const std::uint32_t> of(std::uint32_t string) const { return of(string, string + 1); }
  std::span<const std::uint32_t> of(std::uint32_t first, std::uint32_t last) const;
  std::span<const std::uint32_t> of(std::string_view string) const;

 private:
  std::size_t begin_of(std::uint32_t string) const;

  const SectionFile& file_;
  std::span<const std::uint32_t> begins_;  // as the section has it
  SortedStrings strings_;
  std::span<const std::uint32_t> members_;
};

// Writes the third section: where the members of each string begin, and where the last ones end.
void write_set_begins(SectionFileWriter& out, std::span<const std::uint32_t> begins);

// Makes the four sections: strings in rising order, each before its members.
class StringSetsWriter {
 public:
  void add(std::string_view string);
  void add_member(std::uint32_t member) { members_.push_back(member); }
  // All strings of a table, each with its members, rising and once: pairs of a string's number and a
  // member, in any order.
  void add_all(const KeyTable& strings, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs);
  void write(SectionFileWriter& out) const;

 private:
  SortedStringsWriter strings_;
  std::vector<std::uint32_t> firsts_, members_;
};

}  // namespace backfile
