import * as z from 'zod/mini'
import type { SessionArea } from '@/lib/domain/store-ports'

const framed = z.strictObject({ tabId: z.number(), frameId: z.number(), documentId: z.string() })
/** One document of the panel inside one frame of one tab. */
export type Framed = z.infer<typeof framed>
const issued = z.strictObject({ ticket: z.string(), until: z.number() })

/** A ticket not spent by then is worth nothing. */
const ticketMs = 30_000
const ticketKey = (tabId: number) => `ticket:${tabId}`
const boundPrefix = 'frame:'
const boundKey = (tabId: number) => `${boundPrefix}${tabId}`

export interface FrameBindings {
  /** A one-time ticket for the frame the tab's loader is about to make. The tab's earlier one is void. */
  issue(tabId: number): Promise<string>
  /** Takes a ticket made for this tab and binds the document to it; a ticket works once. */
  spend(ticket: string, frame: Framed): Promise<boolean>
  isBound(frame: Framed): Promise<boolean>
  /** The frame of a tab's panel, for messages to it. */
  frameOf(tabId: number): Promise<number | undefined>
  /** Every tab with a bound panel. */
  all(): Promise<Framed[]>
  forget(tabId: number): Promise<void>
}

/** Tickets and bindings live in session storage, one of each a tab: the worker may stop between the two. */
export function createFrameBindings({ session, now, makeTicket }: { session: SessionArea; now: () => number; makeTicket: () => string }): FrameBindings {
  const bound = async (tabId: number) => framed.safeParse(await session.get(boundKey(tabId))).data
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other, so that nobody reads a ticket between another's reading and taking it. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act, act)
    last = done.catch(() => undefined)
    return done
  }
  return {
    async issue(tabId) {
      const ticket = makeTicket()
      await session.set(ticketKey(tabId), { ticket, until: now() + ticketMs })
      return ticket
    },
    spend: (ticket, frame) => inTurn(async () => {
      const made = issued.safeParse(await session.get(ticketKey(frame.tabId))).data
      if (made?.ticket !== ticket) return false
      await session.remove([ticketKey(frame.tabId)])
      if (made.until < now()) return false
      await session.set(boundKey(frame.tabId), { tabId: frame.tabId, frameId: frame.frameId, documentId: frame.documentId })
      return true
    }),
    async isBound(frame) {
      const found = await bound(frame.tabId)
      return found?.frameId === frame.frameId && found.documentId === frame.documentId
    },
    frameOf: async (tabId) => (await bound(tabId))?.frameId,
    async all() {
      const keys = (await session.keys()).filter((key) => key.startsWith(boundPrefix))
      const found = await Promise.all(keys.map((key) => bound(Number(key.slice(boundPrefix.length)))))
      return found.filter((frame) => frame !== undefined)
    },
    forget: (tabId) => session.remove([boundKey(tabId), ticketKey(tabId)]),
  }
}
