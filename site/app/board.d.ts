/** What the centre's board exchanges with the service (OpenAPI: /v1/openapi.json) and keeps on the page. */
import type { Campaign, Form, Problem, Report, Revision, Session, Unit } from './types';

export type State = 'expected' | 'on_time' | 'late' | 'missing' | 'excused';
export type Outcome = 'calling' | 'no_answer' | 'will_send' | 'reached';

export interface Decision {
  number: number; kind: 'excuse' | 'withdraw_excuse' | 'return' | 'call'; at: string; by: string; reason: string;
  revision: number; fields: Record<string, string>; outcome: Outcome | null; send_by: string | null;
}
export interface Row {
  unit: Unit; state: State; was: State | null; flags: string[]; revision: number;
  first_received_at: string | null; received_at: string | null; findings: number; unexplained: number;
  call: Decision | null; calling: string | null; promise_broken: boolean; last_decision: number; contacts: unknown[];
}
export interface Board {
  campaign: string; day: string; day_number: number; deadline: string;
  deadline_moved: { at: string; by: string; reason: string } | null;
  edition_deadline: string; corrections_close: string; counts: Record<string, number>; units: Row[];
}
export interface ToldRevision extends Revision { entered_by?: string }
export interface StaffReport extends Report {
  was?: State; told_by?: string; entered_by?: string; decisions?: Decision[]; history?: ToldRevision[];
}
/** A problem of the board's routes: `current` is the unit's row or report as it stands. */
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

export interface View {
  campaign: Campaign | null; session: Session | null; board: Board | null; before: Board | null;
  tag: string; day: string; unit: string; signedOut: boolean; unreachable: boolean;
  show: Show; sort: Sort; kind: Kind; query: string; selections: Map<string, Set<string>>; forms: Map<string, Form>;
}
