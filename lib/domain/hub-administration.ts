import * as z from 'zod/mini'

const moment = z.optional(z.number())

/** A system that may report touches. `usedAt`: since when it signs with its present secret. Epoch milliseconds, as everywhere here. */
export const hubSender = z.strictObject({ id: z.string(), name: z.string(), createdAt: z.number(), rotatedAt: moment, usedAt: moment })
export type HubSender = z.infer<typeof hubSender>

/** Where a sender posts and what it signs with; a repeat of the same call tells no secret. */
export const senderKey = z.strictObject({ address: z.string(), secret: z.optional(z.string()) })
export type SenderKey = z.infer<typeof senderKey>

/** An address of the feed that somebody was given. */
export const hubFeed = z.strictObject({ id: z.string(), name: z.string(), createdAt: z.number() })
export type HubFeed = z.infer<typeof hubFeed>

/** Where a member is signed in. `current`: here. */
export const hubDevice = z.strictObject({ id: z.string(), name: z.string(), createdAt: z.number(), lastUsedAt: z.number(), current: z.boolean() })
export type HubDevice = z.infer<typeof hubDevice>

/** Somebody read personal data or changed the hub. Without a person it was the hub, or somebody signed in as nobody yet. */
export const hubAct = z.strictObject({ at: z.number(), personId: z.optional(z.string()), act: z.string() })
export type HubAct = z.infer<typeof hubAct>

/** Newest first; `older` continues where there is more. */
export const hubActs = z.strictObject({ acts: z.array(hubAct), older: z.optional(z.string()) })
export type HubActs = z.infer<typeof hubActs>

/** What the hub's owner looks after. A secret or an address is told once, by the call that made it. */
export interface HubAdministration {
  senders(): Promise<HubSender[]>
  addSender(sender: { id: string; name: string }): Promise<SenderKey>
  /** The earlier secret holds for another day. */
  rotateSender(id: string): Promise<SenderKey>
  endSender(id: string): Promise<void>

  /** For marketers, too. */
  feeds(): Promise<HubFeed[]>
  /** @returns its address */
  addFeed(feed: { id: string; name: string }): Promise<string | undefined>
  endFeed(id: string): Promise<void>

  /** Of oneself, or for owners of anybody. */
  devices(personId: string): Promise<HubDevice[]>
  acts(before: string | undefined): Promise<HubActs>
}
