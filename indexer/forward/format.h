// The forward index: every article as its words in reading order, and the text itself.
//
// An inverted index says which articles have a word. This one says which words an article has, and
// where: phrases, proximity, marks, snippets and the article page all read it. The text is stored
// nowhere else, so words and what stands between them give it back byte for byte.
//
//   "Storm hits S-400 base."  as the only paragraph of a body, in English:
//
//     position     0       1        2       3       4       5
//     codes        4       812      2410    97      650     300      one u16 each
//     stands for   body    Storm    hits    S       400     base
//     behind it    ""      " "      " "     "-"     " "     "."
//                                            `-- only this one is stored: gap 3, "-" joined
//
// A directory holds six files; each is described where it is read. Sizes are those of 21,577 stories
// of newswire, of 129 words each (bench/runs), in bytes a word:
//
//   lexicon      what a number stands for: a written form in a language and all that follows from
//                it (lexicon.h), and the table of separators. About 46 bytes a form.
//   codes        a u16 for each position of all articles, one after the other: the only file that
//                is scanned (scan.h). 2.09.
//   rare         the exact number (u32) of each position whose code does not say it, in order, with
//                a directory that counts those before every 512th position (records.h). 0.04.
//   separators   what stands behind a position wherever it is not what one would expect: a byte for
//                every eighth word (separators.h). 0.13.
//   offsets      by docid, where an article begins in codes and in separators (records.h). 0.06.
//   facts        by docid, a hash of the text and what tells a later build whether the article can
//                be taken over as it is (records.h). 0.25.
//
// Numbers of forms begin behind the reserved codes and follow falling frequency, so that a small
// number is a frequent word:
//
//   0x0000           nothing: never written, so that a page of zeros is no record
//   0x0001..0x0006   open a field or a paragraph (Opening); they take a position, hence no phrase
//                    reaches across one
//   0x0008..0xefff   the form of that number
//   0xf000..0xffff   a form from 0xf000 on, by a hash of its number; `rare` has the number itself
//
// All numbers are little-endian. All files begin with the header of files/section_file.h, and are
// never changed once they are written.
#pragma once

#include <cstdint>

namespace backfile {

using WordCode = std::uint16_t;
using FormId = std::uint32_t;       // of a written form in a language
using SeparatorId = std::uint32_t;  // of what stands between two words

// What a reserved code opens. Every paragraph of a body opens anew; the first opens the field.
enum class Opening : WordCode {
  title = 1,
  subtitle = 2,
  byline = 3,  // one for each author; outside plain search
  body = 4,
  paragraph = 5,  // all of the body but the first
  caption = 6,    // one for each
};
inline constexpr WordCode last_opening = 6;
inline constexpr FormId first_form = 8;

inline constexpr WordCode first_rare_code = 0xf000;

constexpr bool is_opening(WordCode code) {
  return code <= last_opening;
}
constexpr bool is_rare(WordCode code) {
  return code >= first_rare_code;
}

// The code of a form. Rare forms share 4,096 codes evenly, so that looking for one meets few others:
// a set of fifty of them, as OCR makes, still finds the wrong one at only one rare word in eighty.
constexpr WordCode code_of(FormId form) {
  constexpr std::uint32_t golden = 0x9E3779B1u;  // Fibonacci hashing: 2^32 / the golden ratio
  return form < first_rare_code ? static_cast<WordCode>(form)
                                : static_cast<WordCode>(first_rare_code | (form * golden) >> 20);
}

}  // namespace backfile
