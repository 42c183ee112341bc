// Tables of phrases, folded as fold() folds them.
#include "indexer/readers/html_phrases.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "indexer/readers/html_names.h"
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

    Heading{"newsletter", names::ask},
    Heading{"newsletters", names::ask},
    Heading{"subscribe", names::ask},
    Heading{"sign up", names::ask},
};

// How a sentence begins that wants something of its reader.
constexpr std::array askings = {
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "already a subscriber",
    "already a member",
    "become a member",
    "become a sub",
    "get unlimited",
    "unlimited access",
    "register to",
    "register now",
    "register for",
    "join our",
    "get our newsletter",
    "to continue read",
    "to read the full",
    "this article is for subscribers",
    "you have reached",
    "start your sub",
    "start your free",
    "create a free account",
    "support our",
    "support independent",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "by continuing to",
    "abonnieren",
    "jetzt abonnieren",
    "jetzt anmelden",
    "melden sie sich",
    "registrieren sie",
    "wir verwenden cookies",
    "abonnez-vous",
    "inscrivez-vous",
    "s'abonner",
    "cet article est reserve",
    "suscribete",
    "suscribase",
    "registrate",
    "este contenido es exclusivo",
    "assine",
    "cadastre-se",
    "inscreva-se",
    "abbonati",
    "iscriviti",
    "registrati",
    "abonneer",
    "schrijf je in",
    "meld je aan",
    "prenumerera",
    "logga in",
    "abonner",
    "tegn abonnement",
    "log ind",
    "tilmeld dig",
    "meld deg på",
    "zaprenumeruj",
    "zapisz się",
    "zaloguj się",
    "předplaťte",
    "přihlaste se",
    "подпишитесь",
    "подписывайтесь",
    "підпишіться",
    "підписуйтесь",
    "abone ol",
    "üye ol",
    "εγγραφείτε",
    "اشترك",
    "订阅",
    "登录",
    "登録",
    "購読",
    "ログイン",
    "구독",
};

std::string_view without_edges(std::string_view text) {
  constexpr std::string_view edges = " .,:;!?()[]0123456789-|#+»›";
  const std::size_t first = text.find_first_not_of(edges);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(edges) - first + 1);
  for (const std::string_view edge : {"»", "›", "…", "：", "（", "）", "–", "—"}) {
    if (text.ends_with(edge)) text.remove_suffix(edge.size());
  }
  return text;
}

// Both sides are folded alike, so that the tables may be written as people write.
template <typename Table, typename Phrase>
const auto& folded(const Table& table, const Phrase& phrase) {
  static const std::vector<std::string> all = [&] {
    std::vector<std::string> list;
    for (const auto& row : table) list.push_back(fold(phrase(row)).term);
    return list;
  }();
  return all;
}

}  // namespace

std::uint32_t kind_of_heading(std::string_view line) {
  constexpr std::size_t longest = 120;
  if (line.empty() || line.size() > longest) return 0;
  const std::string plain = fold(without_edges(line)).term;
  const auto& phrases = folded(headings, [](const Heading& row) { return row.phrase; });
  const auto found = std::ranges::find(phrases, plain);
  return found == phrases.end() ? 0
                                : headings[static_cast<std::size_t>(found - phrases.begin())].kind;
}

bool asks(std::string_view text) {
  constexpr std::size_t longest = 2000;
  const std::string plain =
      fold(text.substr(0, code_point_floor(text, std::min(text.size(), longest)))).term;
  const auto& phrases = folded(askings, [](const char* row) { return std::string_view(row); });
  for (std::size_t at = 0; at < plain.size();) {
    const std::string_view rest = std::string_view(plain).substr(at);
    for (const std::string& phrase : phrases) {
      if (rest.starts_with(phrase)) return true;
    }
    // The next sentence.
    const std::size_t end = plain.find_first_of(".!?:\n", at);
    if (end == std::string::npos) return false;
    at = std::min(plain.find_first_not_of(" .!?:\n", end), plain.size());
  }
  return false;
}

}  // namespace backfile
