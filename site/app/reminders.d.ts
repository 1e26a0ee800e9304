/** What the board's view of reminders exchanges with the service, by shorter names. */
import type { components } from './api';

type Schemas = components['schemas'];

export type Channel = Schemas['channel'];
export type MessageState = Schemas['message_state'];
export type Told = Schemas['told'];
/** How far a message got, in words too. */
export type Fared = NonNullable<Told['last']>;
export type Switch = Schemas['switch'];
export type Reminders = Schemas['reminders'];
export type Wave = Reminders['waves'][number];
export type WaveState = Wave['state'];
/** How many messages are in which state, why not, and what became of them. */
export type Counts = Omit<Reminders['asked'], 'names'>;
export type Milestone = Reminders['milestones'][number];
export type Spent = Reminders['sms'];
export type Rehearsal = Schemas['rehearsal'];
export type Rehearsed = Rehearsal['messages'][number];
export type CallList = Schemas['call_list'];
export type Called = CallList['units'][number]['people'][number];
export type Sent = Schemas['sent_message'];
