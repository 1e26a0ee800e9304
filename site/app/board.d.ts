/** What the centre's board exchanges with the service, by shorter names, and keeps on the page. */
import type { components } from './api';
import type { Campaign, Form, Report, Session, Two } from './types';

type Schemas = components['schemas'];

export type State = Schemas['state'];
export type Decision = Schemas['decision'];
export type FreeText = Schemas['free_text'];
export type Contact = Schemas['contact'];
export type Row = Schemas['board_row'];
export type Board = Schemas['board'];
/** What an open board asks for: the lines that have changed; `whole`: all of them. */
export type ReportChanges = Schemas['report_changes'];
export type MessageChanges = Schemas['message_changes'];
export type Deadline = Schemas['moved_deadline'];
export type StaffReport = Report;
export type ToldRevision = Schemas['revision'];

export type Edition = Schemas['edition.edition'];
export type EditionFigure = Schemas['edition.figure'];
export type EditionTarget = Schemas['edition.target'];
export type EditionKind = Schemas['edition.kind'];
export type EditionUnit = Schemas['edition.line'];
export type EditionType = Edition['kind'];
export type Measure = Schemas['edition.measure'];
export type Subject = Schemas['edition.subjects'][number];
export type Change = Schemas['edition.change'];
export type Remarks = Schemas['remarks'];
export type Recipient = Schemas['edition_recipient'];
export type Message = Schemas['edition_mail'];
export type Registered = Schemas['registry'];
export type EditionEntry = Schemas['edition_entry'];
export type EditionRow = Schemas['edition_row'];
export type EditionList = Schemas['editions'];
export type Period = Schemas['periods']['periods'][number];
export type GroupOfFigures = EditionKind['groups'][number];

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
  tag: string; reach: { tag: string; at: number }; day: string; unit: string; view: Shown; closed: boolean; signedOut: boolean; unreachable: boolean;
  show: Show; sort: Sort; kind: Kind; query: string; selections: Map<string, Set<string>>; forms: Map<string, Form>;
}
/** What the edition's view knows. `chosen`: the number of the edition that somebody wants to read, 0 for the draft; null: nobody chose. */
export interface EditionView {
  day: string; list: EditionList | null; draft: Edition | null; last: Edition | null; chosen: number | null;
  read: Edition | null; before: Edition | null; week: Edition | null; asked: boolean;
}
