/** What the directory's page exchanges with the service (OpenAPI: /v1/openapi.json) and keeps on the page. */
import type { Answer, BoardProblem } from './board';
import type { Campaign, Session, Two, Unit } from './types';

export type Channel = 'sms' | 'email';
export type Duty = 'reporter' | 'deputy' | 'leader';
export interface Stop { channel: Channel; at: string; why: string; by: string }
export interface Person {
  id: string; version: number; unit: string; role: Duty; name: string; phone: string | null; email: string | null;
  channels: Channel[]; language: keyof Two; quiet: [string, string] | null; stopped: Stop[];
  history: { at: string; what: string; role: string; via: string }[];
}
export interface Directory {
  campaign: string; units: Unit[]; last_import: { at: string; by: string } | null;
  units_without_reporter: string[]; people: Person[];
}
export interface Listed { unit: string; role: Duty; name: string; fields?: string[]; since?: string }
export interface ListProblem extends Two { path: string; rule: string; row: number | null; column: Two | null }
/** What an import would do, or has done. */
export interface Plan {
  imported: boolean; plan: string; same_list: boolean; added: Listed[]; changed: Listed[]; removed: Listed[];
  unchanged: number; units_without_reporter: string[]; problems: ListProblem[];
}
/** A file that was chosen: its content in base64, and what the trial run says of it. */
export interface Trial { name: string; file: string; plan: Plan }

export type Show = 'all' | 'unreported' | 'stopped';
export interface Group { unit: Unit; people: Person[]; without: boolean }
export interface View {
  campaign: Campaign | null; session: Session | null; directory: Directory | null; query: string; show: Show;
}
export type Problem = BoardProblem;
/** What an attempt came to, without what it answered. */
export type Fate = { ok: boolean; status: number; problem?: Problem };
export type { Answer };
