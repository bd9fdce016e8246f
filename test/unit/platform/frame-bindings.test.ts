import { beforeEach, describe, expect, it } from 'vitest'
import type { SessionArea } from '@/lib/domain/store-ports'
import { createFrameBindings, type FrameBindings } from '@/lib/platform/frame-bindings'

const frame = { tabId: 7, frameId: 3, documentId: 'D' }
let now: number
let kept: Map<string, unknown>
let bindings: FrameBindings

/** As slow as the browser's: every call takes a turn. */
const session: SessionArea = {
  keys: async () => [...kept.keys()],
  get: async (key) => kept.get(key),
  set: async (key, value) => void kept.set(key, structuredClone(value)),
  remove: async (keys) => keys.forEach((key) => kept.delete(key)),
}

beforeEach(() => {
  now = 1_000
  kept = new Map()
  let count = 0
  bindings = createFrameBindings({ session, now: () => now, makeTicket: () => `ticket-${(count += 1)}` })
})

describe('a ticket', () => {
  it('binds the document that spends it, once', async () => {
    const ticket = await bindings.issue(7)
    expect(await bindings.isBound(frame)).toBe(false)
    expect(await bindings.spend(ticket, frame)).toBe(true)
    expect(await bindings.isBound(frame)).toBe(true)
    expect(await bindings.spend(ticket, { ...frame, documentId: 'E' })).toBe(false)
  })

  it('is spent by one of two that race for it', async () => {
    const ticket = await bindings.issue(7)
    const spent = await Promise.all(['D', 'E', 'F'].map((documentId) => bindings.spend(ticket, { ...frame, documentId })))
    expect(spent.filter(Boolean)).toHaveLength(1)
  })

  it.each<[string, () => Promise<boolean>]>([
    ['a forged one', () => bindings.spend('forged', frame)],
    ['one of another tab', async () => bindings.spend(await bindings.issue(8), frame)],
    ['one that is too old', async () => { const ticket = await bindings.issue(7); now += 30_001; return bindings.spend(ticket, frame) }],
    ['one followed by another', async () => { const ticket = await bindings.issue(7); await bindings.issue(7); return bindings.spend(ticket, frame) }],
    ['what is left of a broken one', async () => { kept.set('ticket:7', { ticket: 5 }); return bindings.spend('5', frame) }],
  ])('is worth nothing when it is %s', async (_, spend) => {
    expect(await spend()).toBe(false)
    expect(await bindings.isBound(frame)).toBe(false)
  })
})

describe('S18 a binding', () => {
  beforeEach(async () => { await bindings.spend(await bindings.issue(7), frame) })

  it.each([['tab', { tabId: 8 }], ['frame', { frameId: 4 }], ['document', { documentId: 'E' }]])('holds for no other %s', async (_, change) => {
    expect(await bindings.isBound({ ...frame, ...change })).toBe(false)
  })

  it('outlives the worker', async () => {
    const later = createFrameBindings({ session, now: () => now, makeTicket: () => 'x' })
    expect(await later.isBound(frame)).toBe(true)
    expect(await later.frameOf(7)).toBe(3)
  })

  it('is replaced by the next document of its tab, and listed', async () => {
    const next = { ...frame, frameId: 9, documentId: 'E' }
    await bindings.spend(await bindings.issue(7), next)
    await bindings.spend(await bindings.issue(8), { ...frame, tabId: 8 })
    expect(await bindings.isBound(frame)).toBe(false)
    expect(await bindings.all()).toEqual([next, { ...frame, tabId: 8 }])
  })

  it('goes with its tab', async () => {
    await bindings.issue(7)
    await bindings.forget(7)
    expect(kept.size).toBe(0)
    expect(await bindings.frameOf(7)).toBeUndefined()
  })
})
