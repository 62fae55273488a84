// What a report's page and the web app do alike: contents that follow the reader, and print that unfolds what is folded.
(function () {
  "use strict";
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.rest, details.part").forEach(function (one) { one.open = true; });
  });
  // On a phone what follows the first sections waits under its head, so that the heads are a list of contents.
  var phone = matchMedia("screen and (max-width: 34rem)");
  function fold() {
    document.querySelectorAll("section:not(.answers) > details.part").forEach(function (one) { one.open = !phone.matches; });
  }
  if (phone.matches) fold();
  phone.addEventListener("change", fold);
  // The contents say which section is being read; strips of links show where one is.
  function into(link) {
    var strip = link.closest("ul");
    strip.scrollLeft += link.getBoundingClientRect().left - strip.getBoundingClientRect().left - 20;
  }
  document.querySelectorAll("header.bar a[aria-current]").forEach(into);
  var contents = document.querySelectorAll("nav.contents a"), current = null;
  function follow() {
    var here = null;
    contents.forEach(function (link) {
      var section = document.getElementById(link.hash.slice(1));
      if (section && section.getBoundingClientRect().top < innerHeight / 3) here = link;
    });
    if (here === current) return;
    if (current) current.removeAttribute("aria-current");
    current = here;
    if (!here) return;
    here.setAttribute("aria-current", "location");
    into(here);
  }
  if (contents.length) { addEventListener("scroll", follow, { passive: true }); follow(); }
})();
