"use strict";
// Filters, and the way from a figure to its sentence and back. Without this script the links work, the filters hide.
const form = document.querySelector("form");
const cards = [...document.querySelectorAll(".question")];
const columns = [...document.querySelectorAll("article")];
const toggle = document.querySelector("#articles > header button");
const status = form.querySelector("[role=status]");
const byId = new Map([...cards, ...columns].map((one) => [one.id, one]));
const claims = new Map(cards.map((card) => [card.id, []]));
for (const claim of document.querySelectorAll(".claim")) claims.get(claim.dataset.question).push(claim);
const words = new Map();
let chosen = null;

const has = (list, wanted) => !wanted || wanted.split(" ").some((one) => ` ${list} `.includes(` ${one} `));

function fits(card, wanted) {
  return wanted.getAll("verdict").includes(card.dataset.verdict)
    && has(card.dataset.articles, wanted.get("source"))
    && has(card.dataset.concepts, wanted.get("concept"))
    && says(card, wanted.get("search").trim().toLowerCase());
}

// A card's words are read when somebody first searches.
function says(card, wanted) {
  if (!wanted) return true;
  if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
  return words.get(card).includes(wanted);
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
  for (const one of chosen ? marked(chosen) : []) one.classList.remove("chosen");
  chosen = card;
  for (const one of marked(card)) one.classList.add("chosen");
  showArticles();
  scrollTexts(card);
}

const marked = (card) => [card, ...claims.get(card.id)];

// Brings the first claim of the question into view in each of its articles: all places are read before any is moved.
function scrollTexts(card) {
  const moves = card.dataset.articles.split(" ").map((id) => {
    const text = byId.get(id).querySelector(".text");
    const mark = text.querySelector(".claim.chosen");
    return [text, mark ? mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3 : 0];
  });
  for (const [text, by] of moves) text.scrollTop += by;
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
  const card = column ? byId.get(target.dataset.question) : target.closest(".question");
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
