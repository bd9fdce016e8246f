import type { SessionArea } from '@/lib/domain/store-ports'

/** One document of the panel inside one frame of one tab. */
export interface Framed { tabId: number; frameId: number; documentId: string }

/** A ticket not spent by then is worth nothing. */
const ticketMs = 30_000
const ticketKey = (ticket: string) => `ticket:${ticket}`
const boundKey = (tabId: number) => `frame:${tabId}`

export interface FrameBindings {
  /** A one-time ticket for the frame the tab's loader is about to make. */
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

/** Tickets and bindings live in session storage: the worker may stop between the two. */
export function createFrameBindings({ session, now, makeTicket }: { session: SessionArea; now: () => number; makeTicket: () => string }): FrameBindings {
  return {
    async issue(tabId) {
      const ticket = makeTicket()
      await session.set(ticketKey(ticket), { tabId, until: now() + ticketMs })
      return ticket
    },
    async spend(ticket, frame) {
      const made = (await session.get(ticketKey(ticket))) as { tabId: number; until: number } | undefined
      await session.remove([ticketKey(ticket)])
      if (!made || made.tabId !== frame.tabId || made.until < now()) return false
      await session.set(boundKey(frame.tabId), frame)
      return true
    },
    async isBound(frame) {
      const bound = (await session.get(boundKey(frame.tabId))) as Framed | undefined
      return bound !== undefined && bound.frameId === frame.frameId && bound.documentId === frame.documentId
    },
    async frameOf(tabId) {
      return ((await session.get(boundKey(tabId))) as Framed | undefined)?.frameId
    },
    async all() {
      const keys = (await session.keys()).filter((key) => key.startsWith('frame:'))
      return Promise.all(keys.map(async (key) => (await session.get(key)) as Framed))
    },
    forget: (tabId) => session.remove([boundKey(tabId)]),
  }
}
