/** Who sees the centre's buttons: whoever may decide, by whichever of several roles. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decides, state } from '../../../site/app/dieu-hanh/state.js';

const SEES = 'GET /v1/campaigns/{c}/days/{d}';
const DECIDES = 'POST /v1/campaigns/{c}/days/{d}/excuse';
const cases = [
  ['an administrator who is on the desk too', { role: 'admin', may: [SEES, DECIDES] }, true],
  ['a coordinator', { role: 'coordinator', may: [SEES, DECIDES] }, true],
  ['who coordinates something else and views the rest', { role: 'viewer', may: [SEES] }, false],
  ['nobody', null, false],
];

for (const [who, session, may] of cases) {
  test(`${who} ${may ? 'decides' : 'does not decide'}`, () => {
    state.session = session;
    assert.equal(decides(), may);
  });
}
