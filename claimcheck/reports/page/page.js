"use strict";
// Filters, and the way from a figure to its sentence and back. Without this script the links work, the filters hide.
const form = document.querySelector("form");
const cards = [...document.querySelectorAll(".question")];
const columns = [...document.querySelectorAll("article")];
const toggle = document.querySelector("#articles > header button");
const status = form.querySelector("[role=status]");
const words = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
let chosen = null;

const has = (list, wanted) => !wanted || wanted.split(" ").some((one) => list.split(" ").includes(one));

function fits(card, wanted) {
  return wanted.getAll("verdict").includes(card.dataset.verdict)
    && has(card.dataset.articles, wanted.get("source"))
    && has(card.dataset.concepts, wanted.get("concept"))
    && words.get(card).includes(wanted.get("search").trim().toLowerCase());
}

function filter() {
  const wanted = new FormData(form);
  for (const card of cards) card.hidden = !fits(card, wanted);
  const shown = cards.filter((card) => !card.hidden);
  status.textContent = status.dataset.text.replace("{n}", shown.length).replace("{m}", cards.length);
  document.querySelector(".empty").hidden = shown.length > 0;
}

function showArticles() {
  const every = toggle.getAttribute("aria-pressed") === "true";
  const wanted = chosen ? chosen.dataset.articles.split(" ") : [];
  for (const column of columns) column.hidden = !every && chosen !== null && !wanted.includes(column.id);
  document.querySelector("#articles-h bdi").textContent = chosen && !every ? chosen.id : "";
}

function choose(card) {
  if (chosen === card) return;
  for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  chosen = card;
  card.classList.add("chosen");
  for (const claim of document.querySelectorAll(".claim")) claim.classList.toggle("chosen", claim.dataset.question === card.id);
  showArticles();
  for (const column of columns) {
    const mark = column.hidden ? null : column.querySelector(".claim.chosen");
    const text = column.querySelector(".text");
    if (mark) text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
}

function reveal(card) {
  if (!card.hidden) return;
  form.reset();
  for (const box of form.querySelectorAll("[name=verdict]")) box.checked = true;
  filter();
}

// Goes to what the address names: a question, or a claim in its article.
function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const column = target.closest("article");
  const card = column ? cards.find((one) => one.id === target.dataset.question) : target.closest(".question");
  if (card) {
    reveal(card);
    choose(card);
  }
  if (column) column.hidden = false;
  target.scrollIntoView({ block: column ? "center" : "nearest", inline: "nearest" });
  const focus = column ? target : card?.querySelector("header a");
  focus?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (!link || event.metaKey || event.ctrlKey || link.classList.contains("skip")) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  follow();
});
addEventListener("popstate", follow);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(start));
toggle.addEventListener("click", () => {
  const every = toggle.getAttribute("aria-pressed") !== "true";
  toggle.setAttribute("aria-pressed", String(every));
  showArticles();
});

function start() {
  const lone = form.querySelector("[value=single]");
  if (lone) lone.checked = document.body.hasAttribute("data-all");
  filter();
}

start();
toggle.hidden = false;
const first = cards.find((card) => !card.hidden);
if (first) choose(first);
if (location.hash) follow();
