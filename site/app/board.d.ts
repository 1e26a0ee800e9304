/** What the centre's board exchanges with the service (OpenAPI: /v1/openapi.json) and keeps on the page. */
import type { Switch, Told } from './reminders';
import type { Campaign, Finding, Form, Problem, Report, Revision, Session, Two, Unit, Value, Values } from './types';

export type State = 'expected' | 'on_time' | 'late' | 'missing' | 'excused';
export type Outcome = 'calling' | 'no_answer' | 'will_send' | 'reached';

export interface Decision {
  number: number; kind: 'excuse' | 'withdraw_excuse' | 'return' | 'call' | 'make_public' | 'withdraw_public';
  at: string; by: string; reason: string; revision: number; fields: Record<string, string>;
  outcome: Outcome | null; send_by: string | null; about: string | null; sha256: string | null;
}
/** A text of the report that counts; `public`: the decision that lets anybody read this very text. */
export interface FreeText {
  about: string; text: string; sha256: string; public: Decision | null;
  looks_personal: { kind: 'number' | 'email' | 'name'; text: string }[];
}
/** Whom a coordinator rings, in that order; viewers are given none. */
export interface Contact { name: string; role: string; phone: string | null }
export interface Row {
  unit: Unit; state: State; was: State | null; flags: string[]; revision: number;
  first_received_at: string | null; received_at: string | null; findings: number; unexplained: number;
  call: Decision | null; calling: string | null; promise_broken: boolean; last_decision: number; contacts: Contact[];
  messages: Told;
}
/** The last move of the day's deadline. */
export interface MovedDeadline { number: number; at: string; by: string; reason: string }
/** The day's deadline as it stands. */
export interface Deadline { day: string; deadline: string; deadline_moved: MovedDeadline | null }
export interface Board {
  campaign: string; day: string; day_number: number; deadline: string;
  deadline_moved: MovedDeadline | null;
  edition_deadline: string; corrections_close: string; counts: Record<string, number>; switch: Switch;
  units: Row[];
}
/** What an open board asks for: the lines that have changed; `whole`: all of them. */
export interface ReportChanges extends Omit<Board, 'units'> {
  server_time: string; whole: boolean; units: Omit<Row, 'contacts' | 'messages'>[];
}
export interface MessageChanges {
  campaign: string; day: string; whole: boolean; units: ({ unit: string } & Pick<Row, 'contacts' | 'messages'>)[];
}
export interface ToldRevision extends Revision { entered_by?: string; explanations?: Record<string, string> }
export interface StaffReport extends Report {
  was?: State; told_by?: string; entered_by?: string; decisions?: Decision[]; history?: ToldRevision[];
  texts?: FreeText[];
}
/** A problem of the board's routes: `current` is the unit's row or report, or the day's deadline, as it stands. */
export type BoardProblem = Omit<Problem, 'current'> & { current?: unknown };
export type Answer<T> =
  | { ok: true; status: number; body: T; tag: string }
  | { ok: false; status: number; problem: BoardProblem };

export type Show =
  | 'all' | State | 'calls_due' | 'in_hand' | 'partial' | 'phoned_in' | 'returned' | 'with_findings';
/** What has to be done about a unit, most pressing first. */
export type Need = 'own_call' | 'promise' | 'to_call' | 'awaited' | 'in_hand' | 'doubtful' | 'late' | 'partial' | 'fine';
export type Sort = 'need' | 'name' | 'findings' | 'time';
export type Kind = 'all' | 'commune' | 'department';
/** The views of a day: the list of units, the edition, the weekly and final reports, the reminders, whom to ring. */
export type Shown = '' | 'tong-hop' | 'ky' | 'nhac' | 'can-goi';

export interface View {
  campaign: Campaign | null; session: Session | null; board: Board | null; before: Board | null;
  tag: string; reach: { tag: string; at: number }; day: string; unit: string; view: Shown; signedOut: boolean; unreachable: boolean;
  show: Show; sort: Sort; kind: Kind; query: string; selections: Map<string, Set<string>>; forms: Map<string, Form>;
}

/** A day's edition, frozen or drafted: schemas/edition.schema.json. Shares are hundredths of a percent. */
export interface EditionFigure {
  id: string; title: Two; counted_in: Two | null; measure: 'flow' | 'stock'; type: 'integer' | 'boolean';
  total: number | null; units: number; carried: number; blank: number; change: number | null;
}
export interface EditionTarget {
  id: string; title: Two; outside: Two | null; note: Two | null; kind: 'ratio' | 'units'; goal: number;
  numerator: number; denominator: number; value: number | null; met: boolean; change: number | null;
  best: string[]; furthest: string[]; units: number;
}
export interface EditionGroup { id: string; title: Two; figures: EditionFigure[]; totals: EditionFigure[] }
export interface EditionKind {
  kind: string; names: Two; counts: Record<string, number>; groups: EditionGroup[]; targets: EditionTarget[];
}
export interface EditionUnit {
  unit: Unit; state: State; was: State | null; flags: string[]; revision: number; findings: Finding[];
  figures: Values; carried: Record<string, { value: Value; day: string }>;
  public?: { about: string; figures: string[]; text: string }[];
}
export interface Measure { unit: string; problem: 'late' | 'missing' | 'inaccurate'; measure: string; names: Two; days: string[] }
export interface Subject { subject: string; names: Two; entries: { unit: string; text: string }[] }
export interface Change {
  unit: string; state: { from: State; to: State }; revision: { from: number; to: number };
  why: string; names: Two; reason: string; at: string; by: string | null;
  figures: { figure: string; from: Value | null; to: Value | null }[];
  texts?: { about: string; public: boolean }[];
}
export interface Remarks { text: string; by: string | null; number: number }
export type EditionType = 'draft' | 'issued' | 'provisional' | 'correction';
export interface Edition {
  day: string; day_number: number; edition: number; kind: EditionType; issued_at: string; issued_by: string | null;
  previous: { day: string; edition: number; sha256: string } | null;
  replaces: { edition: number; sha256: string; kind: EditionType } | null;
  counts: Record<string, number>; kinds: EditionKind[];
  coverage: { units: number; enough: number; short: string[]; not_reported: string[] } | null;
  units: EditionUnit[]; measures: Measure[]; findings: { open: number; explained: number };
  notes: { difficulties: Subject[]; proposals: Subject[] }; remarks: Remarks; changes: Change[];
}

export interface Recipient { id: string; names: Two }
export interface Message { recipient: Recipient; state: 'CLAIMED' | 'SENT' | 'UNKNOWN' | 'FAILED'; at: string; reason: string | null }
export interface Registered { number: string; date: string; at: string; by: string }
/** An edition's line in the list of its day or period. */
export interface EditionEntry {
  edition: number; kind: EditionType; sha256: string; issued_at: string; issued_by: string | null;
}
export interface EditionRow extends EditionEntry {
  counts: Record<string, number>; registry: Registered | null; mail: Message[];
  documents: Record<string, { sha256: string; bytes: number }> | null;
}
export interface EditionList {
  editions: EditionRow[]; recipients: Recipient[]; remarks: Remarks; alarm: { at: string } | null; provisional_at?: string;
}
export interface Period { period: string; from: string; to: string; over: boolean; last: EditionEntry | null }

/** What the edition's view knows. `chosen`: the number of the edition that is read, 0 for the draft. */
export interface EditionView {
  day: string; list: EditionList | null; draft: Edition | null; last: Edition | null; chosen: number;
  read: Edition | null; before: Edition | null; week: Edition | null; asked: boolean;
}
