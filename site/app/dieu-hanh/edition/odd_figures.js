/** The odd figures of an edition, by what the form says of each. */
import { state } from '../state.js';
import { known } from './known.js';
import { oddFigures } from './odd.js';

/** @param {import('../../board').EditionKind} kind of the edition that is read */
export function oddOf(kind) {
  const figures = state.forms.get(kind.kind)?.properties ?? {};
  const [before, week] = [known.before, known.week].map(
    (edition) => edition?.kinds.find((each) => each.kind === kind.kind) ?? null,
  );
  return oddFigures(kind, before ?? null, week ?? null, (name) => figures[name]?.may_fall === true);
}
