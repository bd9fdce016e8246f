import { describe, expect, it } from 'vitest'
import { behindConsent } from '@/entrypoints/background/handlers/consent-gate'
import { protocol } from '@/lib/bus/protocol'
import { gestureNames, type Handlers } from '@/lib/bus/server'

const names = Object.keys(protocol).filter((name) => !gestureNames.some((gesture) => gesture === name))
const handlers = (called: string[]) => Object.fromEntries(names.map((name) => [name, async () => void called.push(name)])) as unknown as Handlers

async function callAll(given: boolean) {
  const called: string[] = []
  const gated = behindConsent(handlers(called), { given: async () => given }) as unknown as Record<string, () => Promise<unknown>>
  const refused = (await Promise.all(names.map(async (name) => gated[name]?.().then(() => '', (thrown: { kind?: string }) => `${name} ${thrown.kind}`)))).filter(Boolean)
  return { called, refused }
}

describe('S60 consent', () => {
  it('lets everything through once it is given', async () => {
    const { called, refused } = await callAll(true)
    expect(called.sort()).toEqual([...names].sort())
    expect(refused).toEqual([])
  })

  it('refuses without it whatever reads a CRM, sends, shows a person or follows an address', async () => {
    const { called, refused } = await callAll(false)
    expect(refused.every((line) => line?.endsWith(' no-consent'))).toBe(true)
    for (const name of ['record.cached', 'record.fresh', 'verdict.give', 'send.open', 'salesforce.oauth', 'hubspot.token', 'library.refresh', 'feedback.read-team', 'connection.test', 'today.list']) {
      expect(called).not.toContain(name)
    }
    expect(called).toContain('consent.give')
    expect(called).toContain('data.delete-all')
  })
})
