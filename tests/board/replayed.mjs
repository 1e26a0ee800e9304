// The page's own modules, fed the answers of a day: prints, of each look, whether the page shows what a full read says.
import { readFileSync } from 'node:fs';
import { boardAt } from '../../site/app/dieu-hanh/by_clock.js';
import { withMessages, withReports } from '../../site/app/dieu-hanh/merge.js';

/** Keys in order: which of them came first is nobody's business. */
const plain = (value) =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

let board = null;
const same = JSON.parse(readFileSync(0, 'utf8')).map(({ now, reports, messages, full }) => {
  if (reports) board = withReports(board, reports);
  if (messages) board = withMessages(board, messages);
  board = boardAt(board, now);
  return plain(board) === plain(full);
});
process.stdout.write(JSON.stringify(same));
