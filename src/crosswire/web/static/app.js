// What makes the pages quicker to use; every one of them works without it.
(function () {
  "use strict";

  // Copy a citation: outlet, title, date, span and words, as they stand under a passage or in its box.
  function copies(button, text) {
    button.addEventListener("click", function () {
      var said = button.textContent;
      navigator.clipboard.writeText(text()).then(
        function () { button.textContent = "Copied"; },
        function () { window.prompt("Copy this citation", text()); }
      ).then(function () { setTimeout(function () { button.textContent = said; }, 1500); });
    });
  }
  document.querySelectorAll("button.copy").forEach(function (button) {
    button.hidden = false;
    copies(button, function () { return document.getElementById("citation").value; });
  });
  document.addEventListener("toggle", function (event) { dress(event.target); }, true);
  document.querySelectorAll("td, .side").forEach(dress);
  function dress(place) {
    if (place.tagName === "DETAILS" && !place.open) return;
    place.querySelectorAll(".passage-quote > footer:not(.dressed)").forEach(function (footer) {
      var button = document.createElement("button"), source = footer.textContent.trim();
      footer.classList.add("dressed");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy citation";
      copies(button, function () { return source + ": " + footer.parentNode.querySelector("p").textContent.trim(); });
      footer.append(" ", button);
    });
  }

  // What an address names may wait in something folded; open it.
  function unfold() {
    var id = decodeURIComponent(location.hash.slice(1)), at = id && document.getElementById(id);
    if (!at) return;
    var part = at.querySelector(":scope > details.part:not([open])"), box = at.closest("details:not([open])");
    if (part) part.open = true;
    if (!part && !box) return;
    for (; box; box = box.parentNode.closest("details")) box.open = true;
    at.scrollIntoView({ block: part ? "start" : "center" });
  }
  addEventListener("hashchange", unfold);
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) unfold();
  });
  unfold();

  // A form that takes a while says so, and is not sent twice.
  document.querySelectorAll("form[data-busy]").forEach(function (form) {
    form.addEventListener("submit", function () {
      var button = form.querySelector("button"), said = button.textContent;
      setTimeout(function () { button.disabled = true; button.textContent = form.dataset.busy; });
      // Whoever comes back to the page finds the form as it was.
      addEventListener("pagehide", function () { button.disabled = false; button.textContent = said; });
    });
  });

  // A filter chosen is a filter applied.
  document.querySelectorAll(".filters select").forEach(function (select) {
    select.addEventListener("change", function () { select.form.requestSubmit(); });
  });

  // Keys: "/" to the search field or page, "j" and "k" from line to line, "?" lists the keys, Escape closes drawers.
  var at = -1;
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      document.querySelectorAll("details.drawer[open], details.keys[open]").forEach(function (one) { one.open = false; });
      document.activeElement.blur();
      return;
    }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "/") {
      var field = document.querySelector("main input[type=search]") || document.querySelector("input[type=search]");
      event.preventDefault();
      if (field) { field.focus(); } else { location.assign("/search"); }
    } else if (event.key === "?") {
      var keys = document.querySelector("details.keys");
      keys.open = !keys.open;
      if (keys.open) keys.querySelector("summary").focus();
    } else if (event.key === "j" || event.key === "k") {
      var lines = Array.from(document.querySelectorAll("ul.lines > li, li.claim, article.dispute, article.card")).filter(
        function (one) { return one.checkVisibility ? one.checkVisibility() : one.offsetParent; });
      if (!lines.length) return;
      at = Math.min(lines.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
      lines[at].tabIndex = -1;
      lines[at].focus();
    }
  });

  // An upload's progress as it happens; the page is drawn anew when it is done.
  var job = document.querySelector("[data-events]");
  if (job && window.EventSource) {
    var source = new EventSource(job.dataset.events);
    source.onmessage = function (event) {
      var state = JSON.parse(event.data);
      document.getElementById("stage").textContent = state.stage;
      document.getElementById("count").textContent =
        state.done ? state.done + (state.total ? " of " + state.total : "") : "";
      var bar = document.getElementById("bar");
      if (state.total) { bar.max = state.total; bar.value = state.done; } else { bar.removeAttribute("value"); }
      if (state.finished) { source.close(); location.reload(); }
    };
  }
})();
