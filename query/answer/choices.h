// The words by which people choose an order, a way to match and a unit of offsets.
//
// Flags, parameters and links all go by these tables; the first row of each is the default.
// Constants and pure functions; safe on any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "query/answer/answer.h"

namespace backfile {

template <class Choice>
struct NamedChoice {
  std::string_view name;
  Choice choice;
};

inline constexpr NamedChoice<Sort> sort_names[] = {
    {"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}};

inline constexpr NamedChoice<Match> match_names[] = {
    {"auto", Match::automatic}, {"all", Match::all}, {"any", Match::any}, {"topic", Match::topic}};

inline constexpr NamedChoice<Offsets> offset_names[] = {
    {"utf16", Offsets::utf16}, {"codepoint", Offsets::code_point}, {"byte", Offsets::byte}};

// Every choice must have a row in its table.
template <class Choice, std::size_t count>
constexpr std::string_view name_of(Choice choice, const NamedChoice<Choice> (&names)[count]) {
  return std::ranges::find(names, choice, &NamedChoice<Choice>::choice)->name;
}

template <class Choice, std::size_t count>
constexpr std::optional<Choice> choice_named(std::string_view name,
                                             const NamedChoice<Choice> (&names)[count]) {
  const auto found = std::ranges::find(names, name, &NamedChoice<Choice>::name);
  return found == std::end(names) ? std::nullopt : std::optional(found->choice);
}

template <class Choice, std::size_t count>
std::vector<std::string_view> all_names(const NamedChoice<Choice> (&names)[count]) {
  std::vector<std::string_view> all;
  for (const auto& row : names) all.push_back(row.name);
  return all;
}

}  // namespace backfile
