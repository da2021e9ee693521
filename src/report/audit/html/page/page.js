"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, strings, units, grades, lang } = data;
  const root = document.documentElement;
  root.classList.add("on");

  const byId = (id) => document.getElementById(id);
  // Text only ever becomes text: nothing here reads markup.
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  const button = (label, className, act) => {
    const made = element("button", className, label);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const decimal = (number) => number.toLocaleString(lang, { maximumFractionDigits: 2 });
  const even = (number) => number.toLocaleString(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const collator = new Intl.Collator(lang, { numeric: true, sensitivity: "base" });
  const compare = (one, other) =>
    typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other));

  // What has no value comes last, whichever way the others are sorted.
  const ordered = (one, other, falls) =>
    (one === "") - (other === "") || (falls ? compare(other, one) : compare(one, other));

  // Buttons in the heads of a table. Numbers begin with the largest, words with A.
  const sortable = (table, act) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const label = head.textContent.trim();
      const sort = button(label, "", () => {
        const isNumber = head.classList.contains("r") || head.classList.contains("up");
        const now = head.getAttribute("aria-sort");
        const falls = now ? now === "ascending" : isNumber;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", falls ? "descending" : "ascending");
        act(column, falls);
      });
      sort.title = `${words.sort} ${label}`;
      // Browsers repeat words at the head of each page of paper, but no buttons.
      head.replaceChildren(sort, element("span", "paper", label));
    });
  };

  const valueOf = (cell) => {
    const text = cell.dataset.v ?? cell.textContent.trim();
    return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text;
  };
  for (const table of document.querySelectorAll("table[data-sort]")) {
    const body = table.tBodies[0];
    sortable(table, (column, falls) => {
      const rows = [...body.rows].map((row) => [valueOf(row.cells[column]), row]);
      rows.sort(([one], [other]) => ordered(one, other, falls));
      body.append(...rows.map(([, row]) => row));
    });
  }

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const said = (shown, all) => fill(words.shown, { n: decimal(shown), of: decimal(all) });
  const filter = (id) => {
    const typed = document.querySelector(`input[data-filter="${id}"]`).value.trim().toLowerCase();
    const picked = document.querySelector(`select[data-pick="${id}"]`)?.value ?? "";
    const rows = [...byId(id).tBodies[0].rows];
    for (const row of rows) {
      const fits = row.textContent.toLowerCase().includes(typed) && (!picked || row.dataset.pick.split(" ").includes(picked));
      row.hidden = !fits;
    }
    const shown = rows.filter((row) => !row.hidden).length;
    document.querySelector(`[data-count="${id}"]`).textContent = shown ? said(shown, rows.length) : words.none;
  };
  for (const input of document.querySelectorAll("[data-filter], select[data-pick]")) {
    const id = input.dataset.filter ?? input.dataset.pick;
    input.addEventListener("input", () => filter(id));
  }

  // The findings of a document, as they stand in the markup for others.
  const severities = ["error", "warning", "info"];
  const rich = (text) => {
    const parts = text.split("`");
    return parts.length % 2 ? parts.map((part, at) => (at % 2 ? element("code", "", part) : part)) : [text];
  };
  const finding = ([rank, message, help, source, lines, related]) => {
    const severity = severities[rank];
    const item = element("li", severity);
    item.append(element("p", "m", element("span", `sev ${severity}`, words[severity]), " ", ...rich(strings[message])));
    if (lines.length) {
      const shown = lines.map(([number, parts]) =>
        element("code", "", element("i", "", number), ...parts.map((part, at) => (at % 2 ? element("mark", "", part) : part))));
      const pre = element("pre", "", ...shown);
      if (lang === "en") pre.lang = "id";
      item.append(pre);
    }
    item.append(element("p", "h", ...rich(strings[help])));
    if (related.length) item.append(element("ul", "rel", ...related.map((one) => element("li", "", strings[one]))));
    item.append(element("p", "s", strings[source]));
    return item;
  };
  const load = (details) => {
    const found = data.findings[details.dataset.doc];
    if (!found) return;
    details.querySelector(".lazy").replaceWith(element("ol", "findings", ...found.map(finding)));
    delete details.dataset.doc;
  };
  for (const details of document.querySelectorAll("details[data-doc]")) {
    details.addEventListener("toggle", () => details.open && details.dataset.doc && load(details));
  }

  // A link into something closed opens it.
  const reveal = () => {
    const target = /^#[a-z]\d+$/.test(location.hash) && byId(location.hash.slice(1));
    if (!target) return;
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") {
        if (node.dataset.doc) load(node);
        node.open = true;
      }
    }
    target.scrollIntoView();
    target.querySelector("summary")?.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reveal();

  // All documents, some at a time.
  const form = byId("f-dokumen");
  const table = byId("t-dokumen");
  const step = 100;
  const gradeOf = (score) => grades.find(([from]) => score >= from)?.[1] ?? "";
  const documents = data.documents.map(([number, unit, name, folder, file, kind, score, error, warning, info]) => ({
    number, score, unit, kind,
    grade: score === null ? "" : gradeOf(score),
    cells: [strings[name], units[unit], strings[kind], score ?? "", error, warning, info],
    file: strings[folder] + strings[file],
    text: `${strings[name]}\n${units[unit]}\n${strings[folder]}${strings[file]}`.toLowerCase(),
  }));
  const options = (select, values) => {
    for (const [value, label] of values) {
      const option = element("option", "", label);
      option.value = value;
      select.append(option);
    }
  };
  const used = (key) => new Set(documents.map((one) => one[key]));
  options(form.elements.unit, [...used("unit")].map((at) => [at, units[at]]).sort((one, other) => compare(one[1], other[1])));
  options(form.elements.kind, [...used("kind")].map((at) => [at, strings[at]]));
  options(form.elements.grade, grades.filter(([, grade]) => used("grade").has(grade)).map(([, grade]) => [grade, grade]));
  let order = [3, false];
  let most = step;
  const row = (one) => {
    const made = element("tr");
    one.cells.forEach((cell, at) => {
      const shown = at === 3 ? (one.score === null ? words.unscored : `${even(cell)} ${one.grade}`) : at > 3 ? decimal(cell) : cell;
      const made_cell = element(at ? "td" : "th", at > 2 ? "r" : "");
      if (at) {
        made_cell.append(shown);
      } else {
        // A document without a place among the details is told with its file.
        const link = byId(`d${one.number}`) && element("a", "", shown);
        if (link) link.href = `#d${one.number}`;
        made_cell.scope = "row";
        made_cell.append(...(link ? [link] : [shown, " ", element("small", "", one.file)]));
      }
      made.append(made_cell);
    });
    return made;
  };
  const more = button(words.more, "plain", () => {
    const before = most;
    most += step;
    list();
    const first = table.tBodies[0].rows[before];
    if (first) (first.querySelector("a") ?? Object.assign(first, { tabIndex: -1 })).focus();
  });
  byId("m-dokumen").append(more);
  const list = () => {
    const { q, unit, kind, grade, below } = form.elements;
    const typed = q.value.trim().toLowerCase();
    const fits = documents.filter((one) =>
      one.text.includes(typed)
      && (!unit.value || one.unit === Number(unit.value))
      && (!kind.value || one.kind === Number(kind.value))
      && (!grade.value || one.grade === grade.value)
      && (!below.checked || (one.score !== null && one.score < data.target)));
    const [column, falls] = order;
    fits.sort((one, other) => ordered(one.cells[column], other.cells[column], falls) || one.number - other.number);
    const shown = fits.slice(0, most);
    table.tBodies[0].replaceChildren(...shown.map(row));
    byId("n-dokumen").textContent = shown.length ? said(shown.length, fits.length) : words.none;
    more.hidden = shown.length === fits.length;
  };
  sortable(table, (column, falls) => {
    order = [column, falls];
    list();
  });
  table.tHead.rows[0].cells[3].setAttribute("aria-sort", "ascending");
  // Where there are very many, a pause in typing is waited for.
  let waiting = 0;
  form.addEventListener("input", () => {
    most = step;
    clearTimeout(waiting);
    if (documents.length < 5000) list();
    else waiting = setTimeout(list, 150);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  list();

  // Tools.
  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const theme = button("", "", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  });
  const name = () => theme.replaceChildren(isDark() ? words.light : words.dark);
  name();
  const onPaper = (how) => () => {
    root.dataset.print = how;
    print();
  };
  byId("tools").append(theme, button(words.brief, "", onPaper("brief")), button(words.print, "", onPaper("all")));
  byId("tools").hidden = false;

  // On paper everything is open; afterwards it is as it was.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open]):not([data-doc])")];
    closed.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => {
    closed.forEach((details) => { details.open = false; });
    closed = [];
    delete root.dataset.print;
  });
})();
