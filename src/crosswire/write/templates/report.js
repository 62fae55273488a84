(function () {
  "use strict";
  function open() {
    var id = decodeURIComponent(location.hash.slice(1));
    var at = id && document.getElementById(id);
    if (!at) return;
    for (var box = at.closest("details"); box; box = box.parentNode.closest("details")) box.open = true;
    document.querySelectorAll(".here").forEach(function (one) { one.classList.remove("here"); });
    var mark = at.nextElementSibling;
    while (mark && mark.tagName !== "MARK") mark = mark.nextElementSibling;
    if (mark) mark.classList.add("here");
    at.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", open);
  document.addEventListener("click", function (event) {
    var chip = event.target.closest && event.target.closest("a.chip");
    if (chip && chip.hash === location.hash) open();
  });
  open();
  // The contents say which section is being read; a strip of them moves along.
  var links = document.querySelectorAll("nav.contents a"), current = null;
  function follow() {
    var here = null;
    links.forEach(function (link) {
      var section = document.getElementById(link.hash.slice(1));
      if (section && section.getBoundingClientRect().top < innerHeight / 3) here = link;
    });
    if (here === current) return;
    if (current) current.removeAttribute("aria-current");
    current = here;
    if (!here) return;
    here.setAttribute("aria-current", "location");
    var strip = here.closest("ul");
    strip.scrollLeft += here.getBoundingClientRect().left - strip.getBoundingClientRect().left - 20;
  }
  addEventListener("scroll", follow, { passive: true });
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.rest").forEach(function (one) { one.open = true; });
  });
  follow();
})();
