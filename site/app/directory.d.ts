/** What the directory's page exchanges with the service, by shorter names, and keeps on the page. */
import type { components } from './api';
import type { Campaign, Session, Unit } from './types';

type Schemas = components['schemas'];

export type Channel = Schemas['channel'];
export type Person = Schemas['person'];
export type Duty = Person['role'];
export type Stop = Person['stopped'][number];
export type Directory = Schemas['directory'];
export type Listed = Schemas['listed'];
export type Plan = Schemas['import_plan'];

export type Show = 'all' | 'unreported' | 'stopped';
export interface Group { unit: Unit; people: Person[]; without: boolean }
export interface View {
  campaign: Campaign | null; session: Session | null; directory: Directory | null; query: string; show: Show;
}
