// What was sent, the newest first. Text only ever becomes text; an e-mail's HTML stays in a frame that may only open
// its links elsewhere.

const $ = (id) => document.getElementById(id);
const HANOI = { timeZone: "Asia/Ho_Chi_Minh" };
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;
const SHOWN = 50;
/** The newest one drawn; a message never changes. */
let newest;

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** The text with its addresses as links. */
function linked(text) {
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, found.index), element("a", { href: found[0], target: "_blank", rel: "noopener" }, found[0]));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

function summary(message) {
  const at = new Date(message.at).toLocaleString("sv-SE", HANOI);
  const kind = message.channel === "sms" ? `SMS (${partsOf(message)})` : "E-mail";
  const what = message.subject || message.text.split("\n", 1)[0];
  return element("summary", {}, `${at} · ${kind} → ${message.to.join(", ")}`, element("small", {}, ` ${what}`));
}

const partsOf = ({ parts }) => `${parts} phần · ${parts === 1 ? "part" : "parts"}`;

function attachments(message) {
  const links = message.attachments.map((each) =>
    element("li", {}, element("a", { href: each.href, download: each.name }, each.name), ` ${Math.ceil(each.bytes / 1024)} KB`));
  return links.length ? [element("ul", {}, ...links)] : [];
}

function frame(message) {
  if (!message.html) return [];
  const made = element("iframe", { title: message.subject || "E-mail", loading: "lazy" });
  made.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
  made.src = `/dev/outbox/${message.id}/html`;
  return [made];
}

/** Its body is made when it is first opened. */
function row(message) {
  const details = element("details", {}, summary(message));
  details.addEventListener("toggle", () => {
    const text = element("p", { className: "text" }, ...linked(message.text || "(HTML)"));
    details.append(text, ...attachments(message), ...frame(message));
  }, { once: true });
  return element("li", {}, details);
}

function show({ count, messages }) {
  const known = messages.findIndex((message) => message.id === newest);
  $("sent").prepend(...messages.slice(0, known < 0 ? messages.length : known).map(row));
  while ($("sent").children.length > SHOWN) $("sent").lastElementChild.remove();
  $("sent-count").textContent = count ? `${count} tin · messages` : "Chưa gửi gì · nothing sent yet";
  newest = messages[0]?.id ?? null;
}

async function last(count) {
  const answer = await fetch(`/dev/outbox.json?last=${count}`);
  return answer.json();
}

/** Asks for the newest one, and for the others only when it is another than before. */
async function refresh() {
  const { messages: [first] } = await last(1);
  if ((first?.id ?? null) !== newest) show(await last(SHOWN));
}

async function showBehaviour() {
  const told = (await (await fetch("/dev/providers")).json())[$("channel").value];
  $("manner").value = told.manner;
  $("receipts").value = told.receipts;
}

async function behave() {
  const body = { channel: $("channel").value, manner: $("manner").value, receipts: $("receipts").value };
  const headers = { "Content-Type": "application/json" };
  await fetch("/dev/providers", { method: "PUT", headers, body: JSON.stringify(body) });
}

$("channel").addEventListener("change", showBehaviour);
$("manner").addEventListener("change", behave);
$("receipts").addEventListener("change", behave);
showBehaviour();
refresh();
setInterval(() => refresh().catch(() => {}), 3000); // the clock's own line says when the runner has gone
