/** What the board's view of reminders exchanges with the service (OpenAPI: /v1/openapi.json) and keeps on the page. */
import type { Two, Unit } from './types';

export type Channel = 'sms' | 'email';
export type MessageState = 'PENDING' | 'CLAIMED' | 'SENT' | 'SKIPPED' | 'UNKNOWN' | 'FAILED';
export type Fate = 'delayed' | 'delivered' | 'undelivered' | 'bounced' | 'complained';

/** How far a message got, in words too. */
export interface Fared extends Two {
  wave: string; channel: Channel; state: MessageState; fate: Fate | null; at: string;
}
/** What a unit has been told on a day: how many have left, and the last of them. */
export interface Told { tried: number; last: Fared | null }
/** Whether everything is paused; `version` is what the next turn names as its base. */
export interface Switch { paused: boolean; reason: string; by: string | null; at: string | null; version: number }

export interface Counts {
  counts: Record<string, number>; reasons: Record<string, number>; fates: Record<string, number>;
  parts: number; cost_vnd: number;
}
export type WaveState = 'coming' | 'made' | 'closed' | 'missed';
export interface Wave extends Counts { id: string; names: Two; to_units: boolean; at: string; state: WaveState }
export interface Milestone { id: string; names: Two; due: string; done: boolean }
export interface Spent {
  today: number; altogether: number; limit_per_day: number; limit_altogether: number;
  cost_vnd: number; cost_per_part_vnd: number;
}
export interface Reminders {
  campaign: string; day: string; switch: Switch; sms: Spent; waves: Wave[]; milestones: Milestone[];
  asked: Counts & { names: Two };
}

/** Who would get what of a wave; `quiet`: its hour is a quiet one of that person's. */
export interface Rehearsed {
  unit: string; recipient: string; name: string; role: string; channel: Channel; address: string | null;
  text: string; parts: number; cost_vnd: number; quiet: boolean;
}
export interface Rehearsal { wave: string; at: string; messages: Rehearsed[]; parts: number; cost_vnd: number }

export interface Sent extends Fared { recipient: string; reason: string | null }
export interface Called {
  id: string; name: string; role: string; phone: string | null; stopped: Channel[]; messages: Sent[];
}
export interface CallList { campaign: string; day: string; units: { unit: Unit; people: Called[] }[] }
