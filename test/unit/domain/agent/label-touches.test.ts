import { describe, expect, it } from 'vitest'
import { labelTouches } from '@/lib/domain/agent/label-touches'
import { agentRules } from '@/lib/domain/agent/rules'
import type { RawTouch } from '@/lib/domain/touch'
import { makeRaw, now } from '../make'

function label(over: Partial<RawTouch>): string {
  const [agent] = labelTouches([makeRaw(over)])
  return `${agent?.by} ${agent?.cause}`
}

describe('one touch', () => {
  it.each<[string, Partial<RawTouch>]>([
    ['machine outbound', { kind: 'email-sent' }],
    ['machine own-view', { signals: { own: true, deliberate: true } }],
    ['machine known-bot', { signals: { bot: 'Barracuda', deliberate: true } }],
    ['machine probe', { signals: { probe: true } }],
    ['machine filtered', { kind: 'email-open', signals: { filtered: true } }],
    ['human deliberate', { kind: 'form', signals: { deliberate: true, botScore: 90 } }],
    ['machine at-delivery', { kind: 'email-open', at: now + 1000, signals: { deliveredAt: now } }],
    ['machine at-delivery', { kind: 'email-click', at: now, signals: { deliveredAt: now } }],
    ['unknown no-evidence', { kind: 'email-open', at: now + 10_000, signals: { deliveredAt: now } }],
    ['unknown no-evidence', { kind: 'email-open', at: now - 1, signals: { deliveredAt: now } }],
    ['unknown no-evidence', { kind: 'email-open', at: now, dayOnly: true, signals: { deliveredAt: now } }],
    ['unknown no-evidence', { kind: 'page-view', at: now, signals: { deliveredAt: now } }],
    ['machine bot-score', { signals: { botScore: 70 } }],
    ['human person-score', { signals: { botScore: 2 } }],
    ['unknown no-evidence', { signals: { botScore: 50 } }],
    ['human stayed', { seconds: 10 }],
    ['human stayed', { kind: 'video', progress: 0.25 }],
    ['unknown no-evidence', { kind: 'document', seconds: 9 }],
    ['unknown no-evidence', { kind: 'email-open', seconds: 300 }],
    ['human visited', { kind: 'page-view' }],
    ['human visited', { kind: 'pricing', dayOnly: true }],
    ['unknown no-evidence', { kind: 'pricing', signals: { botScore: 50 } }],
    ['human took-part', { kind: 'meeting' }],
    ['unknown no-evidence', { kind: 'call' }],
    ['unknown no-evidence', { kind: 'link-view' }],
    ['unknown no-evidence', { kind: 'document', signals: { own: false, probe: false, filtered: false, deliberate: false, bot: '' } }],
  ])('is %s', (expected, touch) => {
    expect(label(touch)).toBe(expected)
  })
})

describe('a visit to the site', () => {
  const visit = (at: number, over: Partial<RawTouch> = {}) => makeRaw({ kind: 'page-view', at, ...over })
  const causeOf = (raw: RawTouch[]) => labelTouches(raw)[0]?.cause

  it.each<[string, string, Partial<RawTouch>, Partial<RawTouch>]>([
    ['no-evidence', 'right after a mail was sent', { kind: 'email-sent', at: now }, { at: now + 120_000 }],
    ['visited', 'well after it', { kind: 'email-sent', at: now }, { at: now + 120_001 }],
    ['visited', 'before it', { kind: 'email-sent', at: now }, { at: now - 1 }],
    ['no-evidence', 'right after a mail was delivered', { kind: 'email-open', at: now + 900_000, signals: { deliveredAt: now } }, { at: now + 5000 }],
    ['no-evidence', 'right after a scanner clicked', { kind: 'email-click', at: now, signals: { bot: 'Mimecast' } }, { at: now + 1000 }],
    ['visited', 'right after an unsuspicious click', { kind: 'email-click', at: now }, { at: now + 1000 }],
    ['no-evidence', 'on the day of a mail dated to the day', { kind: 'email-sent', at: now, dayOnly: true }, { at: now + 3_600_000 }],
    ['no-evidence', 'dated to the day of a mail', { kind: 'email-sent', at: now }, { at: now + 3_600_000, dayOnly: true }],
    ['visited', 'dated to another day', { kind: 'email-sent', at: now }, { at: now + 86_400_000, dayOnly: true }],
    ['visited', 'right after another visit of a scanner', { kind: 'page-view', at: now, signals: { bot: 'Mimecast' } }, { at: now + 1000 }],
  ])('is %s %s', (cause, _, mail, over) => {
    expect(causeOf([visit(now, over), makeRaw(mail)])).toBe(cause)
  })
})

describe('clicks of one mail', () => {
  const click = (link: string, seconds: number, mailLinks?: number): RawTouch =>
    makeRaw({ kind: 'email-click', url: `https://example.com/${link}`, at: now + seconds * 1000, signals: { mailId: 'm1', mailLinks } })
  const causes = (raw: RawTouch[]) => labelTouches(raw).map(({ cause }) => cause)

  it('are a machine when all links come within ten seconds', () => {
    expect(causes([click('a', 100, 3), click('b', 104, 3), click('c', 110, 3)])).toEqual(['all-links', 'all-links', 'all-links'])
  })
  it('stay unknown when they take longer', () => {
    expect(causes([click('a', 100, 3), click('b', 104, 3), click('c', 111, 3)])).toEqual(['no-evidence', 'no-evidence', 'no-evidence'])
  })
  it('stay unknown when a link is left out', () => {
    expect(causes([click('a', 100, 3), click('b', 101, 3), click('a', 102, 3)])).toEqual(['no-evidence', 'no-evidence', 'no-evidence'])
  })
  it('say nothing for a mail with one link', () => {
    expect(causes([click('a', 100, 1), click('a', 101, 1)])).toEqual(['no-evidence', 'no-evidence'])
  })
  it('need four different links where their number is unknown', () => {
    expect(causes([click('a', 1), click('b', 2), click('c', 3)])).toEqual(['no-evidence', 'no-evidence', 'no-evidence'])
    expect(causes([click('a', 1), click('b', 2), click('c', 3), click('d', 4)])).toEqual(['all-links', 'all-links', 'all-links', 'all-links'])
  })
  it('leave a later click of the same mail to the person', () => {
    expect(causes([click('a', 1, 2), click('b', 2, 2), click('b', 900, 2)])).toEqual(['all-links', 'all-links', 'no-evidence'])
  })
  it('are judged per mail', () => {
    const other = makeRaw({ kind: 'email-click', url: 'https://example.com/b', at: now + 2000, signals: { mailId: 'm2', mailLinks: 2 } })
    expect(causes([click('a', 1, 2), other])).toEqual(['no-evidence', 'no-evidence'])
  })
})

it('names every cause once', () => {
  expect(new Set(agentRules.map(({ cause }) => cause)).size).toBe(agentRules.length)
})
