// The words that stand around names in bylines, in the languages of the archive: "by", roles, jobs,
// titles, conjunctions.
//
// Data for byline.h alone; words are looked up as fold() leaves them. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

enum class BylineWord : std::uint8_t {
  by,            // "by", "von", "par"; before a name
  writer,        // a role that makes an author: "words", "Text", "reported", "文"
  other_role,    // one that makes none: "photographs", "edited", "translation"
  job,           // "correspondent", "Redakteurin", "记者"
  nobody,        // "staff", "Redaktion", "admin"
  title,         // "Dr.", "Prof."; no part of a name
  degree,        // "PhD", "M.D."; no part of a name
  suffix,        // "Jr.", "III"; part of a name
  conjunction,   // "and", "with"; between two names
  before_place,  // "in", "à", "aus"; what follows is no part of a name
  is,            // "ist", "est"; what follows is about the writer
  article,       // "the", "our", "der", "unserem"
  organization,  // "Wire", "University"; what holds it is no person
  place,         // "San", "New"; what begins with it behind a name is a place
};

// A word may be several at once: "en" joins names in Dutch, and leads to a place in Spanish.
bool is_byline_word(BylineWord kind, std::string_view folded);

}  // namespace backfile
