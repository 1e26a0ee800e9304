/** What pages exchange with the service, by shorter names: site/app/api.d.ts is made from schemas/openapi.json. */
import type { components } from './api';

type Schemas = components['schemas'];

export type Two = Schemas['text'];
export type Language = keyof Two;
export type Value = Schemas['value'];
export type Values = Schemas['figures'];

export type Form = Schemas['form'];
export type Figure = Schemas['form.figure'];
export type Group = Schemas['form.group'];
export type Total = Schemas['form.total'];
export type Rule = Schemas['form.rule'];
/** The rule language, a small subset of JsonLogic, as whoever reads any rule needs it: the contract spells out each operator. */
export type Expression = number | boolean | { [operator: string]: Expression | Expression[] | string };

export type Campaign = Schemas['campaign'];
export type Unit = Schemas['unit'];
export type Session = Schemas['session'];
export type Notes = Schemas['notes'];
export type Finding = Schemas['finding'];
export type Return = Schemas['returned'];
export type Revision = Schemas['revision'];
export type Report = Schemas['unit_day'];
export type Receipt = Schemas['receipt'];
/** What the form sends always says its figures, notes and explanations. */
export type Submission = Schemas['report'] & { figures: Values; notes: Notes; explanations: Record<string, string> };
/** What a list from a file would do, whatever it is a list of; `plan` names what was looked at. */
export type ListPlan = Pick<Schemas['import_plan'], 'plan' | 'problems' | 'unchanged' | 'same_list'> & {
  added: unknown[]; changed: unknown[]; removed: unknown[];
};
export type ListProblem = ListPlan['problems'][number];

export type FieldProblem = Schemas['problem'];

/** Any refusal; `current`: what stands, where something else was decided meanwhile. */
export type Problem = Partial<Schemas['problem_answer']> & { current?: unknown };
/** An answer of the service; status 0: none came (offline, timed out, or something else answered in its place). */
export type Answer<T> =
  | { ok: true; status: number; body: T; tag: string }
  | { ok: false; status: number; problem: Problem };

/** What an element can hold; null and false hold nothing. */
export type Child = Node | string | number | null | undefined | false | Child[];

/** What another tab of this phone says of entries that both have changed. */
export interface Rival { typed: Record<string, string>; notes: Notes; explanations: Record<string, string> }

/** One unit's one day as the phone keeps it, from the first key pressed until the receipt. */
export interface Kept {
  key: string; campaign: string; unit: string; kind: string; names: Two; day: string;
  typed: Record<string, string>; notes: Notes; explanations: Record<string, string>; nothing: boolean;
  base_revision: number; base: { figures: Values; notes: Notes };
  changed: boolean; saved_at: number; step: number;
  sending: Submission | null; sent_ids: string[]; attempts: number; retry_at: number;
  trouble: number | null; newer: Report | null; rival: Rival | null;
}
