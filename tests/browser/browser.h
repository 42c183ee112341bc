// A real browser, told what to do as a person would do it: Chromium without a window, driven
// through ChromeDriver by the WebDriver protocol.
//
//   Browser browser;
//   browser.open("http://127.0.0.1:8080/");
//   browser.click("input[name=q]");
//   browser.type("storm");
//   browser.press({key::enter});
//   browser.text("h1");
//
// Throws std::runtime_error with what the browser said if it cannot do a step. For one thread.
#pragma once

#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// Keys that have no letter, as WebDriver writes them.
namespace key {
inline constexpr std::string_view tab = "\uE004", enter = "\uE007", shift = "\uE008",
                                  control = "\uE009", up = "\uE013", down = "\uE015";
}

class Browser {
 public:
  using Json = nlohmann::json;

  // Nothing where no browser can be driven on this machine, and why.
  static std::unique_ptr<Browser> start(std::string& why_not_started);
  ~Browser();
  Browser(const Browser&) = delete;
  Browser& operator=(const Browser&) = delete;

  // How pages are shown from now on.
  void size(int width, int height);
  void dark(bool dark);
  void script(bool allowed);  // what pages bring; run() works in any case

  void open(const std::string& address);
  std::string address();

  // The first element that the CSS selector names.
  void click(const std::string& selector);
  std::string text(const std::string& selector);
  std::string attribute(const std::string& selector, const std::string& name);
  std::vector<std::string> texts(const std::string& selector);  // of all that it names

  // Into whatever has the focus. Keys pressed together are let go in the opposite order.
  void type(const std::string& text);
  void press(std::initializer_list<std::string_view> keys);

  // The body of a function, run in the page; what it returns.
  Json run(const std::string& script, const Json& arguments = Json::array());
  // Waits until the body returns something true; false if it does not within half a minute.
  bool waits_for(const std::string& script);

  // What an element paints, as a rectangle: the dots of the window that change when it is hidden.
  // All zero if none does.
  struct Painted {
    int left = 0, top = 0, right = 0, bottom = 0;
  };
  Painted painted(const std::string& selector);

  // What the page complained of in the console since the last call: errors, refused content.
  std::vector<std::string> complaints();

  // The page as screen readers get it: the roles and names of everything that is not hidden.
  struct Spoken {
    std::string role, name;
    bool focusable = false;
  };
  std::vector<Spoken> spoken();

 private:
  Browser();
  static std::string why_not();  // what is not installed

  struct Driver;
  std::string screenshot();  // PNG in base64
  Json ask(const char* method, const std::string& path, const Json& body = Json::object());
  Json tell_devtools(const std::string& command, const Json& parameters);

  std::unique_ptr<Driver> driver_;
};

}  // namespace backfile
