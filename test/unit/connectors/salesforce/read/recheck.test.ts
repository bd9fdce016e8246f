import { describe, expect, it } from 'vitest'
import type { Row } from '../../../../sandbox/salesforce/store.ts'
import { accountRef, contactRef, harness, host, leadRef } from '../sandbox-harness'

const composites = (h: ReturnType<typeof harness>) => h.sandbox.log.count({ path: '/services/data/v*/composite' })

async function signedIn(options: Parameters<typeof harness>[0] = {}) {
  const h = harness(options)
  await h.signIn()
  return h
}
function add(h: ReturnType<typeof harness>, object: string, like: (row: Row) => boolean, changes: Record<string, string | boolean>) {
  const template = h.org.rows(object).find(like)
  if (!template) throw new Error(`no ${object} to copy`)
  const serial = h.org.store.nextSerial(object)
  h.org.store.put(object, { ...template, Id: `${String(template['Id']).slice(0, 3)}5g0X${String(serial).padStart(8, '0')}AAA`, ...changes })
}
const stamp = (at: number) => new Date(at).toISOString().replace('Z', '+0000')

describe('recheck', () => {
  it('sees a file opened from outside, a mail answered and a campaign responded to, in one call', async () => {
    const h = await signedIn()
    const since = h.now()
    h.pass(60_000)
    const at = stamp(h.now())
    const person = contactRef('oliver-hayes')
    const distribution = h.org.rows('ContentDistribution').find((row) => row['RelatedRecordId'] === person.id)
    add(h, 'ContentDistributionView', (row) => row['DistributionId'] === distribution?.['Id'], { CreatedDate: at, IsInternal: false })
    add(h, 'ContentDistributionView', (row) => row['DistributionId'] === distribution?.['Id'], { CreatedDate: at, IsInternal: true })
    const before = composites(h)
    expect(await h.connector.recheck(host, [person, leadRef('noah-fischer')], since)).toEqual([
      { ref: person, newTouches: 1, campaignResponses: 0, score: 129 },
      { ref: leadRef('noah-fischer'), newTouches: 0, campaignResponses: 0, score: undefined },
    ])
    expect(composites(h) - before).toBe(1)
  })

  it('reads the score of leads, contacts and person accounts', async () => {
    const h = await signedIn()
    const refs = [leadRef('rachel-goldberg'), contactRef('jonas-weber'), accountRef('maja-horvat')]
    expect((await h.connector.recheck(host, refs, h.now())).map(({ score }) => score)).toEqual([260, 143, 40])
  })

  it('takes a hundred at a time', async () => {
    const h = await signedIn()
    const refs = h.org.rows('Lead').slice(0, 3).flatMap((row) => Array.from({ length: 50 }, () => ({ ...leadRef('x'), id: String(row['Id']) })))
    const before = composites(h)
    expect(await h.connector.recheck(host, refs, h.now())).toHaveLength(150)
    expect(composites(h) - before).toBe(2)
  })

  it('asks nothing for nobody', async () => {
    const h = await signedIn()
    expect(await h.connector.recheck(host, [], h.now())).toEqual([])
    expect(h.sandbox.log.entries).toEqual([])
  })

  it('counts nothing where an org cannot know it, and goes on', async () => {
    const h = await signedIn()
    h.org.set({ features: { enhancedEmail: false, contentDeliveries: false, pardot: false } })
    expect(await h.connector.recheck(host, [leadRef('rachel-goldberg')], 0)).toMatchObject([{ newTouches: 0, score: undefined }])
  })
})
