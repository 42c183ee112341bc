// A table of headings, folded as fold() folds them.
#include "indexer/readers/html/page/phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/readers/html/page/names.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct Heading {
  std::string_view phrase;
  std::uint32_t kind;
};

constexpr std::array headings = {
    Heading{"comment", names::comments},
    Heading{"comments", names::comments},
    Heading{"reader comments", names::comments},
    Heading{"readers' comments", names::comments},
    Heading{"leave a comment", names::comments},
    Heading{"leave a reply", names::comments},
    Heading{"post a comment", names::comments},
    Heading{"add a comment", names::comments},
    Heading{"join the conversation", names::comments},
    Heading{"join the discussion", names::comments},
    Heading{"responses", names::comments},
    Heading{"replies", names::comments},
    Heading{"kommentare", names::comments},
    Heading{"leserkommentare", names::comments},
    Heading{"kommentar schreiben", names::comments},
    Heading{"commentaires", names::comments},
    Heading{"vos commentaires", names::comments},
    Heading{"vos reactions", names::comments},
    Heading{"comentarios", names::comments},
    Heading{"comentários", names::comments},
    Heading{"commenti", names::comments},
    Heading{"reacties", names::comments},
    Heading{"kommentarer", names::comments},
    Heading{"komentarze", names::comments},
    Heading{"komentáře", names::comments},
    Heading{"комментарии", names::comments},
    Heading{"коментарі", names::comments},
    Heading{"yorumlar", names::comments},
    Heading{"σχόλια", names::comments},
    Heading{"التعليقات", names::comments},
    Heading{"تعليقات", names::comments},
    Heading{"نظرات", names::comments},
    Heading{"टिप्पणियाँ", names::comments},
    Heading{"评论", names::comments},
    Heading{"评论列表", names::comments},
    Heading{"コメント", names::comments},
    Heading{"댓글", names::comments},
    Heading{"网友评论", names::comments},
    Heading{"发表评论", names::comments},
    Heading{"我要评论", names::comments},
    Heading{"最新评论", names::comments},
    Heading{"热门评论", names::comments},
    Heading{"reader thoughts", names::comments},

    Heading{"related", names::related},
    Heading{"related articles", names::related},
    Heading{"related stories", names::related},
    Heading{"related posts", names::related},
    Heading{"related news", names::related},
    Heading{"related content", names::related},
    Heading{"related topics", names::related},
    Heading{"related links", names::related},
    Heading{"read more", names::related},
    Heading{"read next", names::related},
    Heading{"see also", names::related},
    Heading{"more stories", names::related},
    Heading{"more news", names::related},
    Heading{"most read", names::related},
    Heading{"most popular", names::related},
    Heading{"popular posts", names::related},
    Heading{"recent posts", names::related},
    Heading{"you may also like", names::related},
    Heading{"you might also like", names::related},
    Heading{"recommended", names::related},
    Heading{"recommended for you", names::related},
    Heading{"trending", names::related},
    Heading{"trending now", names::related},
    Heading{"latest news", names::related},
    Heading{"next story", names::related},
    Heading{"next article", names::related},
    Heading{"next post", names::related},
    Heading{"up next", names::related},
    Heading{"next up", names::related},
    Heading{"next in news", names::related},
    Heading{"more from", names::related},
    Heading{"more on this", names::related},
    Heading{"more on this story", names::related},
    Heading{"more on this topic", names::related},
    Heading{"read also", names::related},
    Heading{"also read", names::related},
    Heading{"further reading", names::related},
    Heading{"you may also be interested in", names::related},
    Heading{"mehr zum thema", names::related},
    Heading{"lesen sie auch", names::related},
    Heading{"das könnte sie auch interessieren", names::related},
    Heading{"meistgelesen", names::related},
    Heading{"a lire aussi", names::related},
    Heading{"lire aussi", names::related},
    Heading{"sur le même sujet", names::related},
    Heading{"articles lies", names::related},
    Heading{"lea también", names::related},
    Heading{"te puede interesar", names::related},
    Heading{"noticias relacionadas", names::related},
    Heading{"leia também", names::related},
    Heading{"leia mais", names::related},
    Heading{"veja também", names::related},
    Heading{"leggi anche", names::related},
    Heading{"articoli correlati", names::related},
    Heading{"lees ook", names::related},
    Heading{"läs också", names::related},
    Heading{"läs även", names::related},
    Heading{"læs også", names::related},
    Heading{"les også", names::related},
    Heading{"czytaj także", names::related},
    Heading{"zobacz też", names::related},
    Heading{"čtěte také", names::related},
    Heading{"читайте также", names::related},
    Heading{"по теме", names::related},
    Heading{"читайте також", names::related},
    Heading{"ilgili haberler", names::related},
    Heading{"διαβάστε επίσης", names::related},
    Heading{"اقرأ أيضا", names::related},
    Heading{"مطالب مرتبط", names::related},
    Heading{"यह भी पढ़ें", names::related},
    Heading{"相关阅读", names::related},
    Heading{"相关新闻", names::related},
    Heading{"延伸阅读", names::related},
    Heading{"関連記事", names::related},
    Heading{"관련기사", names::related},
    Heading{"weiterlesen", names::related},
    Heading{"auch interessant", names::related},
    Heading{"nächster artikel", names::related},
    Heading{"zum thema", names::related},
    Heading{"article suivant", names::related},
    Heading{"siguiente noticia", names::related},
    Heading{"ver también", names::related},
    Heading{"próxima notícia", names::related},
    Heading{"articolo successivo", names::related},
    Heading{"leggi di più", names::related},
    Heading{"lees verder", names::related},
    Heading{"lees meer", names::related},
    Heading{"volgende artikel", names::related},
    Heading{"nästa artikel", names::related},
    Heading{"läs mer", names::related},
    Heading{"næste artikel", names::related},
    Heading{"læs mere", names::related},
    Heading{"neste sak", names::related},
    Heading{"les mer", names::related},
    Heading{"czytaj więcej", names::related},
    Heading{"následující článek", names::related},
    Heading{"další články", names::related},
    Heading{"přečtěte si také", names::related},
    Heading{"следующая статья", names::related},
    Heading{"читать также", names::related},
    Heading{"смотрите также", names::related},
    Heading{"наступна стаття", names::related},
    Heading{"дивіться також", names::related},
    Heading{"sonraki haber", names::related},
    Heading{"bunu da okuyun", names::related},
    Heading{"επόμενο άρθρο", names::related},
    Heading{"المقال التالي", names::related},
    Heading{"اقرأ المزيد", names::related},
    Heading{"مقاله بعدی", names::related},
    Heading{"بیشتر بخوانید", names::related},
    Heading{"और पढ़ें", names::related},
    Heading{"下一篇", names::related},
    Heading{"猜你喜欢", names::related},
    Heading{"次の記事", names::related},
    Heading{"あわせて読みたい", names::related},
    Heading{"다음 기사", names::related},

    Heading{"newsletter", names::ask},
    Heading{"newsletters", names::ask},
    Heading{"subscribe", names::ask},
    Heading{"sign up", names::ask},
};

// Signs are removed as whole characters: the last byte of one may be that of a letter, too.
std::string_view without_edges(std::string_view text) {
  constexpr std::string_view ascii = " .,:;!?()[]0123456789-|#+";
  constexpr std::array signs = {"»", "›", "…", "：", "（", "）", "–", "—", "▸", "→"};
  for (std::size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    text.remove_prefix(std::min(text.find_first_not_of(ascii), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(ascii) + 1));
    for (const std::string_view sign : signs) {
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
    }
  }
  return text;
}

struct FoldedHeading {
  std::string phrase;
  std::uint32_t kind;
};

// Both sides are folded the same way, so that the table can be written naturally. Sorted.
const std::vector<FoldedHeading>& folded_headings() {
  static const std::vector<FoldedHeading> all = [] {
    std::vector<FoldedHeading> list;
    for (const Heading& row : headings) list.push_back({fold(row.phrase).term, row.kind});
    std::ranges::sort(list, {}, &FoldedHeading::phrase);
    return list;
  }();
  return all;
}

}  // namespace

std::uint32_t kind_of_heading(std::string_view line) {
  constexpr std::size_t longest = 120;
  if (line.empty() || line.size() > longest) return 0;
  const std::string plain = fold(without_edges(line)).term;
  const auto& phrases = folded_headings();
  const auto found = std::ranges::lower_bound(phrases, plain, {}, &FoldedHeading::phrase);
  return found != phrases.end() && found->phrase == plain ? found->kind : 0;
}

}  // namespace backfile
