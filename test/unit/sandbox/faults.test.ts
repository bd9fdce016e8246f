import { describe, expect, it } from 'vitest'
import { createFaults } from '../../sandbox/faults.ts'
import { createGateway, type Outcome } from '../../sandbox/gateway.ts'
import { createRequestLog } from '../../sandbox/request-log.ts'
import type { FaultEffect } from '../../sandbox/types.ts'

function setUp(): { faults: ReturnType<typeof createFaults>; ask(path?: string, method?: string): Promise<Outcome>; written(): number } {
  const faults = createFaults()
  let written = 0
  const service = {
    name: 'echo',
    hosts: () => true,
    fetch: async () => {
      written += 1
      return Response.json({ records: [{ id: 'a', count: 1 }], done: true })
    },
  }
  const handle = createGateway({ services: [service], faults, log: createRequestLog(), clock: () => Date.UTC(2026, 0, 1) })
  return { faults, written: () => written, ask: (path = '/x?y=1', method = 'GET') => handle(new Request(`https://a.b.example${path}`, { method })) }
}

const expectAnswer = (outcome: Outcome): Response => {
  if (outcome === 'reset') throw new Error('connection was reset')
  return outcome
}

describe('which requests a rule takes', () => {
  it.each([
    [{ host: '*.example' }, true],
    [{ host: 'b.example' }, false],
    [{ path: '/x' }, true],
    [{ path: '/x?y=*' }, true],
    [{ path: '/z*' }, false],
    [{ method: 'post' }, false],
  ])('%o', async (where, struck) => {
    const { faults, ask } = setUp()
    faults.add({ ...where, effect: { kind: 'respond', status: 599 } })
    expect(expectAnswer(await ask()).status).toBe(struck ? 599 : 200)
  })

  it('skips, counts, and draws from its seed the same way every time', async () => {
    const run = async (): Promise<number[]> => {
      const { faults, ask } = setUp()
      faults.add({ effect: { kind: 'server-error' }, probability: 0.5, seed: 7 })
      const statuses: number[] = []
      for (let i = 0; i < 20; i += 1) statuses.push(expectAnswer(await ask()).status)
      return statuses
    }
    expect(await run()).toEqual(await run())
    expect(new Set(await run())).toEqual(new Set([200, 500]))

    const { faults, ask } = setUp()
    faults.add({ effect: { kind: 'server-error' }, skip: 1, count: 2 })
    const statuses = [await ask(), await ask(), await ask(), await ask()].map((outcome) => expectAnswer(outcome).status)
    expect(statuses).toEqual([200, 500, 500, 200])
  })
})

describe('what an effect does', () => {
  const bodies: [FaultEffect, string, number][] = [
    [{ kind: 'html' }, '<!doctype html>', 0],
    [{ kind: 'truncate' }, '{"records":[{"id":"a","', 1],
    [{ kind: 'wrong-type' }, '{"records":{"0":{"id":42,"count":"text"}},"done":"text"}', 1],
    [{ kind: 'bom' }, '\uFEFF{"records"', 1],
    [{ kind: 'null' }, 'null', 1],
    [{ kind: 'huge', bytes: 1000 }, '{"padding":"xxx', 1],
  ]
  it.each(bodies)('%o', async (effect, start, written) => {
    const setup = setUp()
    setup.faults.add({ effect })
    const bytes = new Uint8Array(await expectAnswer(await setup.ask()).arrayBuffer())
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith(start)).toBe(true)
    expect(setup.written()).toBe(written)
  })

  it.each([
    [{ seconds: 7 }, '7'],
    ['date', 'Thu, 01 Jan 2026 00:00:02 GMT'],
    ['none', null],
    ['absurd', '31536000'],
  ] as const)('429 with Retry-After %o', async (retryAfter, header) => {
    const { faults, ask } = setUp()
    faults.add({ effect: { kind: 'rate-limited', retryAfter } })
    const answer = expectAnswer(await ask())
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, header])
  })

  it.each([
    ['reset-before', 0],
    ['reset-after', 1],
  ] as const)('%s leaves %i writes behind', async (kind, written) => {
    const setup = setUp()
    setup.faults.add({ effect: { kind } })
    expect(await setup.ask()).toBe('reset')
    expect(setup.written()).toBe(written)
  })

  it('holds until released, before or after the commit', async () => {
    for (const [moment, writtenWhileHeld] of [['before', 0], ['after', 1]] as const) {
      const setup = setUp()
      const id = setup.faults.add({ effect: { kind: 'hold', moment } })
      const pending = setup.ask()
      while (setup.faults.held(id) === 0) await new Promise((resume) => setImmediate(resume))
      expect(setup.written()).toBe(writtenWhileHeld)
      setup.faults.release(id)
      expect(expectAnswer(await pending).status).toBe(200)
    }
  })
})
