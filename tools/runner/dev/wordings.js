// Every message at its longest: text, parts, cost. Text only ever becomes text.

const LANGUAGES = { vi: "Tiếng Việt", en: "English" };
const written = new Intl.NumberFormat("vi-VN");

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const sizeOf = ({ letters, parts, cost_vnd: cost }) => `SMS ${letters}/160 · ${parts} phần · ${written.format(cost)} đ`;

function sms(message) {
  return message ? [element("p", { className: "hint" }, sizeOf(message)), element("p", { className: "text" }, message.text)] : [];
}

function email(message) {
  if (!message) return [];
  return [element("p", { className: "hint" }, `E-mail: ${message.subject}`), element("p", { className: "text" }, message.text)];
}

function row(wording) {
  const name = `${wording.message} · ${LANGUAGES[wording.language]}`;
  const about = element("small", {}, ` ${wording.sms ? sizeOf(wording.sms) : "E-mail"}`);
  const body = element("div", { lang: wording.language }, ...sms(wording.sms), ...email(wording.email));
  return element("li", {}, element("details", {}, element("summary", {}, name, about), body));
}

const answer = await fetch("/dev/wordings");
document.getElementById("wordings").append(...(await answer.json()).wordings.map(row));
