// A body that editors and content systems keep as blocks, as text in reading order.
//
// Editor.js, Slate, ProseMirror, Lexical, Portable Text, Gutenberg, Arc and many a home-made system
// store a story as a list or tree of objects: paragraphs, headings, quotes, lists, with runs of
// text inside. declared.h makes paragraphs of what this finds; shape.h asks whether there is
// anything. Depth is bounded by the parser. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace backfile {

struct BlockText {
  enum class Kind {
    whole,      // a text by itself: blank lines part its paragraphs
    paragraph,  // one of a list
    heading,    // of a block
    caption,    // of a picture
  };
  Kind kind = Kind::whole;
  std::string text;  // plain or HTML
};

// The texts of a value: itself, the elements of a list, the blocks of an object. A number in a list
// is a text, a truth value never. Ends when `most` are found, headings and captions not counted.
std::vector<BlockText> block_texts(const nlohmann::json& value,
                                   std::size_t most = static_cast<std::size_t>(-1));

}  // namespace backfile
