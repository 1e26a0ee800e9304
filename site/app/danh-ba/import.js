/** The directory's list from a file. */
import { listImport } from '../shared/import/import.js';
import { tell } from '../shared/news.js';
import * as api from './api.js';
import { say } from './language.js';
import { peopleOf } from './plan.js';
import { slug, state } from './state.js';

const list = listImport({
  say,
  send: (body) => api.importList(slug(), body),
  details: peopleOf,
  changed: () => tell('old'),
});

export const forgetTrial = list.forget;
export const importer = () => list.draw(state.directory?.people.length === 0);
