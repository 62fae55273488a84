(function () {
  "use strict";
  function open() {
    var id = decodeURIComponent(location.hash.slice(1));
    var at = id && document.getElementById(id);
    if (!at) return;
    var part = at.querySelector(":scope > details.part");
    if (part) part.open = true;
    for (var box = at.closest("details"); box; box = box.parentNode.closest("details")) box.open = true;
    document.querySelectorAll(".here").forEach(function (one) { one.classList.remove("here"); });
    var mark = at.nextElementSibling;
    while (mark && mark.tagName !== "MARK") mark = mark.nextElementSibling;
    if (mark) mark.classList.add("here");
    at.scrollIntoView({ block: part ? "start" : "center" });
  }
  addEventListener("hashchange", open);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) open();
  });
  open();
})();
