// The blocks of editors and content systems become the paragraphs that they show.
#include "indexer/readers/json/shapes/blocks.h"

#include <gtest/gtest.h>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

struct Case {
  const char *name, *body, *paragraphs;
};

class Blocks : public testing::TestWithParam<Case> {};

TEST_P(Blocks, AreReadInTheirOrder) {
  const std::string text = "{\"title\":\"T\",\"body\":" + std::string(GetParam().body) + "}";
  EXPECT_EQ(in_one_line(read_one("a.json", text).body), GetParam().paragraphs) << text;
}

// A document as a string of JSON.
constexpr const char* lexical_in_a_string =
    R"("{\"root\":{\"children\":[{\"type\":\"paragraph\",\"children\":[)"
    R"({\"type\":\"text\",\"text\":\"a\"}]}]}}")";
constexpr const char* mobiledoc =
    R"("{\"version\":\"0.3.1\",\"markups\":[[\"em\"]],\"cards\":[[\"markdown\",)"
    R"({\"markdown\":\"d\"}],[\"hr\",{}]],\"sections\":[[1,\"p\",[[0,[],0,\"a \"],)"
    R"([0,[0],1,\"b\"]]],[3,\"ul\",[[[0,[],0,\"c\"]]]],[10,0],[10,1],[10,9],[1,\"p\"],7]}")";

constexpr Case systems[] = {
    {"Texts", R"(["a",{"type":"quote","content":"b"},{"children":[{"text":"c"}]}])", "a / b / c"},
    {"EditorJs", R"({"time":1,"blocks":[{"id":"x","type":"header","data":{"text":"A","level":2}},
        {"type":"paragraph","data":{"text":"b <b>c</b>"}},
        {"type":"list","data":{"style":"ordered","items":["d","e"]}},
        {"type":"image","data":{"file":{"url":"x.jpg"},"caption":"f"}}]})",
     "A / b <b>c</b> / d / e"},
    {"Slate", R"([{"type":"paragraph","children":[{"text":"a"},{"text":"b","bold":true},
        {"text":" c"}]},{"type":"ul","children":[{"type":"li","children":[{"text":"d"}]}]}])",
     "ab c / d"},
    {"ProseMirror", R"({"type":"doc","content":[{"type":"heading","content":[{"type":"text",
        "text":"A"}]},{"type":"paragraph","content":[{"type":"text","text":"b "},{"type":"text",
        "marks":[{"type":"bold"}],"text":"c"},{"type":"hardBreak"},{"type":"text","text":"d"}]}]})",
     "A / b c|d"},
    {"PortableText", R"([{"_type":"block","style":"normal","children":[{"_type":"span","text":"a"},
        {"_type":"span","text":"b"}],"markDefs":[]},{"_type":"image","asset":{"_ref":"x"}}])",
     "ab"},
    {"Contentful", R"({"nodeType":"document","data":{},"content":[{"nodeType":"paragraph","content":
        [{"nodeType":"text","value":"a ","marks":[]},{"nodeType":"hyperlink","data":{"uri":"u"},
        "content":[{"nodeType":"text","value":"b"}]}]},{"nodeType":"heading-2","content":
        [{"nodeType":"text","value":"C"}]}]})",
     "a b / C"},
    {"Lexical", R"({"root":{"type":"root","children":[{"type":"paragraph","children":[
        {"type":"text","text":"a"},{"type":"link","children":[{"type":"text","text":"b"}]}]}]}})",
     "ab"},
    {"DraftJs", R"({"blocks":[{"key":"x","text":"a","type":"unstyled","inlineStyleRanges":[]},
        {"key":"y","text":"b","type":"unstyled"}],"entityMap":{}})",
     "a / b"},
    {"Gutenberg", R"([{"blockName":"core/paragraph","attrs":{},"innerHTML":"<p>a</p>",
        "innerBlocks":[]},{"blockName":"core/quote","innerHTML":"<blockquote></blockquote>",
        "innerBlocks":[{"blockName":"core/paragraph","innerHTML":"<p>b</p>"}]}])",
     "a / b"},
    {"Notion", R"([{"type":"paragraph","paragraph":{"rich_text":[{"type":"text","text":{"content":
        "a "},"plain_text":"a "},{"type":"text","text":{"content":"b"}}],"children":[{"type":"quote",
        "quote":{"rich_text":[{"plain_text":"c"}]}}]}},{"type":"heading_2","heading_2":
        {"rich_text":[{"plain_text":"D"}]}},{"type":"bulleted_list_item","bulleted_list_item":
        {"rich_text":[{"type":"text","text":{"content":"e"}}]}}])",
     "a b / c / D / e"},
    {"LexicalInAString", lexical_in_a_string, "a"},
    {"Mobiledoc", mobiledoc, "a b / c / d"},
    {"JsonThatIsNoDocument", R"("{\"a\":1}")", R"({"a":1})"},
    {"Bracketed", R"("[Kellby] The tide is in.")", "[Kellby] The tide is in."},
    {"UnknownNames", R"([{"sentences":["The tide.","The ebb."]},{"type":"callout","message":
        "Do not swim.","class":"a b"}])",
     "The tide. / The ebb. / Do not swim."},
    {"Untyped", R"([{"text":"a"},{"text":"b"}])", "a / b"},
    {"Runs", R"([{"text":"a "},{"text":"b"}])", "a b"},
    {"Languages", R"({"en":"The tide is in.","fr":"La marée est haute."})",
     "The tide is in. / La marée est haute."},
};
INSTANTIATE_TEST_SUITE_P(Systems, Blocks, testing::ValuesIn(systems),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace backfile
