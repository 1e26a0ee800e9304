/** Everything that pages share, on one page: whoever adds a page sees what there is, and a picture test what has changed. */
import { ask } from '/shared/dialog.js';
import { button, byId, fill, h } from '/shared/dom.js';
import { field, mark } from '/shared/field.js';
import { choice, drawShown, searchBox } from '/shared/filters.js';
import { shut } from '/shared/gate.js';
import { drawHead, headLink } from '/shared/head.js';
import { listen } from '/shared/keyboard.js';
import { keepOneTabStop, keepTabStops } from '/shared/list.js';
import { fateText } from '/shared/refusal.js';
import { speaking } from '/shared/speech.js';
import { words } from '/shared/words.js';

const { sayWord } = speaking(words);
const REFUSED = { detail: 'Chưa lưu được.', detail_en: 'Not saved.', problems: [{ path: '', rule: '', vi: 'Ngày này đã có phân công.', en: 'The day has a plan.' }] };
const PEOPLE = ['Nguyễn Văn Mẫu', 'Trần Thị Ví Dụ', 'Lê Thử'];

function draw() {
  drawHead({
    tab: 'Mẫu · Giao Ban',
    title: 'Các mẫu chung',
    who: sayWord('role_coordinator'),
    campaign: { vi: 'Chiến dịch mẫu', en: 'A sample campaign' },
    links: headLink('/dieu-hanh', 'Bảng điều hành'),
    redraw: draw,
    leave: () => {},
  });
  fill(
    byId('notices'),
    h('div', { class: 'notice' }, h('p', {}, 'Có tin mới.')),
    h('div', { class: 'notice warn' }, h('p', {}, 'Xin chú ý: mất kết nối từ 15:40.')),
    h('div', { class: 'notice bad' }, h('p', {}, 'Phiên làm việc đã hết.'), h('a', { class: 'button primary', href: '#' }, 'Đăng nhập')),
  );
  fill(byId('page'), tabs(), filters(), rows(), h('p', { class: 'empty' }, 'Không có ai khớp.'), buttons(), fields(), gate());
  fill(byId('foot'), h('p', { class: 'hint' }, 'Cần giúp, xin gọi 024 0000 0000'));
  drawShown('Hiện 3 người', () => {});
  keepOneTabStop(['0', '1', '2']);
  mark(byId('name'), 'Xin ghi họ tên.');
}

const tabs = () =>
  h('nav', { id: 'views', 'aria-label': 'Các phần' }, h('a', { href: '#', 'aria-current': 'page' }, 'Danh sách'), h('a', { href: '#1' }, 'Phân công'), h('a', { href: '#2' }, 'Trực'));

const filters = () =>
  h(
    'div',
    { class: 'filters', role: 'search' },
    searchBox({ label: 'Tìm', hint: 'Tên hoặc mã, không cần dấu', query: '', typed: () => {} }),
    choice({ id: 'show', label: 'Hiện', options: [['all', 'Tất cả'], ['some', 'Còn thiếu']], value: 'all', chosen: () => {}, looks: 'search' }),
    h('p', { id: 'shown', role: 'status' }),
  );

const rows = () => h('ol', { class: 'cards', role: 'list', 'aria-label': 'Mọi người' }, PEOPLE.map(row));

function row(name, index) {
  const made = h(
    'li',
    { class: 'card', 'data-row': index },
    h('b', {}, h('bdi', {}, name)),
    ' ',
    h('span', { class: 'flag' }, sayWord('flag_partial')),
    h('p', { class: 'links' }, button('Sửa', question, { class: 'button small', 'data-part': 'edit' }), button('Gọi', () => {}, { class: 'button small' })),
  );
  keepTabStops(made, String(index));
  return made;
}

const buttons = () =>
  h('p', { class: 'links' }, button('Lưu', question, { class: 'button primary', id: 'ask' }), button('Thôi', () => {}), button('Xóa', () => {}, { class: 'button primary grave' }), button('Xem tất cả', () => {}, { class: 'link' }));

const fields = () =>
  h(
    'form',
    { novalidate: true },
    h('div', { class: 'pair' }, field('name', 'Họ và tên', h('input', { type: 'text' })), field('phone', 'Điện thoại', h('input', { type: 'tel' }), 'Viết kiểu nào cũng được')),
    field('note', 'Ghi chú', h('textarea', { rows: 2 })),
    h('fieldset', {}, h('legend', {}, 'Kênh nhận'), h('div', { class: 'choices' }, ['channel_sms', 'channel_email'].map((key) => h('label', {}, h('input', { type: 'radio', name: 'channel', checked: key === 'channel_sms' }), sayWord(key))))),
    h('p', { class: 'warning' }, 'Đây là kênh duy nhất.'),
    h('div', { class: 'refusal', role: 'alert' }, fateText({ ok: false, status: 409, problem: REFUSED })),
  );

function gate() {
  const place = h('div', {});
  shut(place, 'Xin đăng nhập', 'Trang này dành cho cán bộ Trung tâm.', button('Tôi đã đăng nhập', () => {}));
  return place;
}

function question() {
  ask({
    title: 'Lưu phân công?',
    body: [field('reason', 'Lý do', h('textarea', { rows: 2, autofocus: true }))],
    submit: 'Lưu',
    send: async () => ({ ok: false, status: 422, problem: REFUSED }),
  });
}

draw();
listen();
