/** What the phone form exchanges with the service (OpenAPI: /v1/openapi.json) and keeps on the phone. */

export interface Two { vi: string; en: string }
export type Language = keyof Two;
export type Value = number | boolean;
export type Values = Record<string, Value>;

/** The rule language: a small subset of JsonLogic. */
export type Expression = number | boolean | { [operator: string]: Expression | Expression[] | string };

export interface Figure {
  title: string; title_en: string; description?: string; description_en?: string;
  type: 'integer' | 'boolean'; minimum?: number; maximum?: number;
  measure: 'stock' | 'flow'; group: string; counted_in?: Two; may_fall?: boolean;
}
export interface Group { id: string; title: string; title_en: string }
export interface Total { id: string; title: string; title_en: string; group: string; sum: string[] }
export interface Rule extends Two {
  id: string; severity: 'impossible' | 'doubtful'; each?: 'stock' | 'flow'; holds: Expression; figures: string[];
}
export interface Form {
  title: string; title_en: string; groups: Group[]; properties: Record<string, Figure>;
  totals?: Total[]; rules?: Rule[];
}

export interface Campaign {
  slug: string; names: Two; first_day: string; days: number; today: string; day_number: number | null;
  deadlines: { report: string; edition: string } | null; corrections_close: string | null; server_time: string;
  forms: Record<string, { title: Two; href: string }>; help: Two & { phone: string }; practice: boolean;
}
export interface Unit { code: string; kind: string; names: Two }
export interface Session {
  role: string; campaign: string; unit: Unit | null; link: string | null; account: string | null;
  expires_at: string; may: string[];
}
export interface Notes { difficulties?: string; proposals?: string }
export interface Finding extends Two { rule: string; figures: string[]; explanation: string | null }
/** A coordinator sent a revision back: why, by figure (or `difficulties`, `proposals`). */
export interface Return { revision: number; at: string; fields: Record<string, string> }
export interface Revision {
  revision: number; received_at: string | null; receipt: string | null; by?: { role: string; link: string | null; account?: string | null };
  figures: Values; notes: Notes; nothing_to_report: boolean | null; complete: boolean | null; told_by?: string;
}
export interface Report extends Revision {
  unit: string; day: string; state: string; flags: string[]; findings: Finding[];
  explanations: Record<string, string>; submission_id: string | null;
  baseline: { stocks: Record<string, { value: Value; day: string }>; usual: Record<string, number> };
  returns: Return[]; corrections_close: string; history?: Revision[];
}
export interface Receipt {
  unit: string; day: string; revision: number; state: string; flags: string[];
  received_at: string; receipt: string; findings: Finding[];
}
export interface Submission {
  submission_id: string; base_revision: number; nothing_to_report: boolean; complete: boolean;
  figures: Values; notes: Notes; explanations: Record<string, string>;
  device: { finished_at: string; clock_offset_ms: number };
}
export interface FieldProblem extends Two { path: string; rule: string }
export interface Problem {
  title?: string; status?: number; detail?: string; detail_en?: string; problems?: FieldProblem[]; current?: Report;
}
/** An answer of the service; status 0: none came (offline, timed out, or something else answered in its place). */
export type Answer<T> = { ok: true; status: number; body: T } | { ok: false; status: number; problem: Problem };

/** One unit's one day as this phone keeps it, from the first key pressed until the receipt. */
export interface Kept {
  key: string; campaign: string; unit: string; kind: string; names: Two; day: string;
  typed: Record<string, string>; notes: Notes; explanations: Record<string, string>; nothing: boolean;
  base_revision: number; base: { figures: Values; notes: Notes };
  changed: boolean; saved_at: number; step: number;
  sending: Submission | null; sent_ids: string[]; attempts: number; retry_at: number;
  trouble: number | null; newer: Report | null;
}

/** What an element can hold; null and false hold nothing. */
export type Child = Node | string | number | null | undefined | false | Child[];
