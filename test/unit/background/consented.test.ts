import { describe, expect, it } from 'vitest'
import { fetchConsented, flushConsented } from '@/entrypoints/background/parts/consented'

function createBench() {
  const bench = { given: true, done: [] as string[] }
  const consent = { given: async () => bench.given }
  const report = { ran: true, delivered: 1, failed: 0, nextDue: 9 }
  const flush = (name: string) => async () => {
    bench.done.push(name)
    return report
  }
  const flusher = flushConsented({ flush: flush('flush'), flushOnline: flush('online') }, consent)
  const fetch = fetchConsented(async (input) => {
    bench.done.push(String(input))
    return new Response('{}')
  }, consent)
  return { bench, flusher, fetch, report }
}

describe('S60 after consent was withdrawn', () => {
  it('delivers nothing and plans nothing', async () => {
    const { bench, flusher, report } = createBench()
    expect([await flusher.flush(), await flusher.flushOnline()]).toEqual([report, report])
    bench.given = false
    for (const rest of [await flusher.flush(), await flusher.flushOnline()]) expect(rest).toEqual({ ran: false, delivered: 0, failed: 0 })
    expect(bench.done).toEqual(['flush', 'online'])
  })

  it('asks neither CRM nor hub, and says why', async () => {
    const { bench, fetch } = createBench()
    expect((await fetch('https://hub.example/v1/me')).status).toBe(200)
    bench.given = false
    await expect(fetch('https://api.hubapi.com/x')).rejects.toMatchObject({ kind: 'no-consent' })
    expect(bench.done).toEqual(['https://hub.example/v1/me'])
  })
})
