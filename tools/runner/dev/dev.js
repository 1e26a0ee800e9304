// The dev page. Every text that comes from data goes through textContent: nothing here can become markup.

const SHOWN = 12;
const $ = (id) => document.getElementById(id);

/** @type {{units: any[], links: any[], asked: any[], staff: any[], first_day: string, last_day: string}} */
let state;
/** Campaign milliseconds minus this machine's; the clock is asked anew every few seconds. */
let ahead = 0;
let stoppedAt = null;
/** @type {{to: string, done: number, of: number} | null} the jump under way, whoever asked for it */
let going = null;

async function ask(path, method = "GET", body = undefined, headers = {}) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } };
  const answer = await fetch(path, { method, ...sent });
  const value = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(value.message ?? value.detail ?? `${method} ${path}: ${answer.status}`);
  return value;
}

function say(text, isBad = false) {
  $("message").textContent = text;
  $("message").classList.toggle("bad", isBad);
}

/** Runs what a button does, with the button off meanwhile and what went wrong said. */
async function doing(button, action) {
  button.disabled = true;
  try {
    await action();
  } catch (error) {
    say(error.message, true);
  } finally {
    button.disabled = going !== null && movesClock(button);
  }
}

const movesClock = (button) => button.matches("[data-minutes], #deadline, #jump button, #run");

function element(tag, text, ...children) {
  const made = document.createElement(tag);
  made.append(text, ...children);
  return made;
}

function english(text) {
  const small = element("small", ` ${text}`);
  small.lang = "en";
  return small;
}

function act(vi, en, action) {
  const button = element("button", vi, english(en));
  button.type = "button";
  button.addEventListener("click", () => doing(button, action));
  return button;
}

const HANOI = { timeZone: "Asia/Ho_Chi_Minh" };
const inHanoi = (ms) => new Date(ms).toLocaleString("sv-SE", HANOI); // 2025-08-02 15:20:00
const clockText = (iso) => inHanoi(Date.parse(iso)).slice(0, 16);
const now = () => stoppedAt ?? Date.now() + ahead;

function heard(clock) {
  ahead = Date.parse(clock.at) - Date.now();
  stoppedAt = clock.running ? null : Date.parse(clock.at);
  $("run").replaceChildren(...(clock.running ? ["Dừng", english("Pause")] : ["Chạy", english("Run")]));
  showJump(clock.jump);
  showClock();
}

/** One jump at a time: until it is over nothing else moves the clock. */
function showJump(jump) {
  going = jump;
  for (const button of document.querySelectorAll("button")) if (movesClock(button)) button.disabled = jump !== null;
  $("going").hidden = !jump;
  if (!jump) return;
  const { to, done, of } = jump;
  $("far").max = Math.max(1, of);
  $("far").value = done;
  $("whereto").replaceChildren(`Đang chuyển đến ${clockText(to)}: ${done}/${of} nhịp`, english(`going there: ${done} of ${of} ticks`));
}

function showClock() {
  const text = inHanoi(now());
  $("now").textContent = text;
  $("now").dateTime = text.replace(" ", "T") + "+07:00";
  if (!state) return;
  const day = Math.round((Date.parse(text.slice(0, 10)) - Date.parse(state.first_day)) / 86_400_000) + 1;
  const isInside = text.slice(0, 10) >= state.first_day && text.slice(0, 10) <= state.last_day;
  $("day").replaceChildren(isInside ? `ngày ${day}` : "ngoài chiến dịch", english(isInside ? `day ${day}` : "outside the campaign"));
}

async function jump(ms) {
  showJump({ to: new Date(ms).toISOString(), done: 0, of: 0 });
  clearTimeout(asking);
  asking = setTimeout(listen, WHILE_GOING_MS);
  try {
    await jumped(ms);
  } catch (error) {
    heard(await ask("/dev/clock"));
    throw error;
  }
}

async function jumped(ms) {
  const clock = await ask("/dev/clock", "PUT", { at: new Date(ms).toISOString() });
  heard(clock);
  say(`Đã chạy ${clock.ticks.length} nhịp. ${clock.ticks.length} ticks fired.`);
  await refresh();
}

const EVERY_MS = 10_000;
const WHILE_GOING_MS = 700;
let asking = 0;

/** Asks for the clock again and again, more often while it is on its way. */
async function listen() {
  await ask("/dev/clock").then(heard, (error) => say(error.message, true));
  clearTimeout(asking);
  asking = setTimeout(listen, going ? WHILE_GOING_MS : EVERY_MS);
}

function nextDeadline() {
  const today = inHanoi(now()).slice(0, 10);
  const due = Date.parse(`${today}T16:00:00+07:00`);
  return due > now() ? due : due + 86_400_000;
}

/** “điện thoại” and “dien thoai” are the same to a search. */
const folded = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

function showUnits() {
  const words = folded($("search").value).split(/\s+/).filter(Boolean);
  const found = state.units.filter((unit) => words.every((word) => unit.folded.includes(word)));
  $("count").replaceChildren(`${found.length} đơn vị`, english(`of ${state.units.length} units`));
  $("units").replaceChildren(...found.slice(0, SHOWN).map(unitRow));
}

function unitRow(unit) {
  const name = element("span", `${unit.code} · ${unit.vi}`, english(unit.en));
  return element("li", name, act("Mở mẫu", "Open the form", () => openAs(unit)));
}

async function openAs(unit) {
  const tab = window.open("", "_blank"); // at once, else the browser takes it for a pop-up
  try {
    const link = await ask("/dev/links", "POST", { unit: unit.code });
    if (tab) tab.location.href = link.url;
    say(`Đã cấp liên kết cho ${unit.vi}. Link issued.`);
  } catch (error) {
    tab?.close();
    throw error;
  }
  await refresh();
}

function linkRow(link) {
  const open = element("a", `${link.unit} · ${link.names.vi}`);
  open.href = link.url;
  open.target = "_blank";
  open.rel = "noopener";
  const until = english(`${clockText(link.at)} → ${clockText(link.ends)}`);
  return element("li", element("span", open, until), act("Chép", "Copy", async () => {
    await navigator.clipboard.writeText(link.url);
    say("Đã chép liên kết. Copied.");
  }));
}

function askedRow(asked) {
  return element("li", element("span", `${asked.unit} · ${nameOf(asked.unit)}`, english(clockText(asked.at))));
}

const nameOf = (code) => state.units.find((unit) => unit.code === code)?.vi ?? "";

async function signIn(person) {
  const { access_token: token } = await ask("/dev/staff", "POST", { name: person.name });
  const session = await ask("/v1/staff-session", "POST", {}, { Authorization: `Bearer ${token}` });
  say(`Đã vào: ${person.name} (${session.role}). Signed in.`);
}

function nothing() {
  return element("li", element("span", "Chưa có", english("None yet")));
}

async function refresh() {
  state = await ask("/dev/state");
  for (const unit of state.units) unit.folded = folded(`${unit.code} ${unit.vi} ${unit.en}`);
  $("links").replaceChildren(...(state.links.length ? state.links.map(linkRow) : [nothing()]));
  $("asked").replaceChildren(...(state.asked.length ? state.asked.map(askedRow) : [nothing()]));
}

async function start() {
  heard(await ask("/dev/clock"));
  await refresh();
  showUnits();
  $("staff").replaceChildren(...state.staff.map((person) => act(person.name, person.group, () => signIn(person))));
  for (const button of document.querySelectorAll("[data-minutes]")) {
    button.addEventListener("click", () => doing(button, () => jump(now() + Number(button.dataset.minutes) * 60_000)));
  }
  $("deadline").addEventListener("click", (event) => doing(event.currentTarget, () => jump(nextDeadline())));
  $("run").addEventListener("click", (event) =>
    doing(event.currentTarget, async () => heard(await ask("/dev/clock", "PUT", { running: stoppedAt !== null }))));
  $("jump").addEventListener("submit", (event) => {
    event.preventDefault();
    doing(event.submitter, () => jump(Date.parse(`${$("at").value}:00+07:00`)));
  });
  $("search").addEventListener("input", showUnits);
  setInterval(showClock, 500);
  asking = setTimeout(listen, EVERY_MS);
}

start().catch((error) => say(error.message, true));
