import { describe, expect, it } from 'vitest'
import type { LedgerEvent, SendEvent } from '@/lib/domain/ledger'
import { confirmedByMail, openedSends } from '@/lib/domain/send-found'
import { day, eventId, hour, makeTouch, minute, now, ref, rep } from './make'

const link = 'https://www.example.com/guide?utm_source=leadside'
const send = (number: number, over: Partial<SendEvent> = {}): SendEvent => ({
  type: 'send', id: eventId(number), at: now + number * hour, ref, rep, assetId: 'guide', assetVersion: 1, title: 'The guide', link, channel: 'hubspot', ...over,
})
const outcome = (number: number, value: 'sent' | 'dropped'): LedgerEvent => ({ type: 'send-outcome', id: eventId(500 + number), at: now, ref, rep, sendId: eventId(number), outcome: value, by: 'rep' })
const mail = (hours: number, links = ['https://www.example.com/guide/?utm_source=other']) => ({ id: `m${hours}`, at: now + hours * hour, subject: 'Hi', links })

describe('confirmedByMail', () => {
  it.each<[string, LedgerEvent[], ReturnType<typeof mail>[], number[]]>([
    ['a mail with its link afterwards', [send(1)], [mail(2)], [1]],
    ['clocks a little apart', [send(1)], [{ ...mail(1), at: now + hour - minute }], [1]],
    ['an earlier mail', [send(1)], [mail(0)], []],
    ['a mail with another link', [send(1)], [mail(2, ['https://www.example.com/other'])], []],
    ['a mail without links', [send(1)], [mail(2, [])], []],
    ['a send known to be sent', [send(1), outcome(1, 'sent')], [mail(2)], []],
    ['a send said to be dropped', [send(1), outcome(1, 'dropped')], [mail(2)], [1]],
    ['a meeting', [send(1, { channel: 'meeting' })], [mail(2)], []],
    ['a send without link', [send(1, { link: undefined })], [mail(2)], []],
    ['two sends and one mail', [send(2), send(1)], [mail(3)], [1]],
    ['two sends and two mails', [send(1), send(2)], [mail(3), mail(4)], [1, 2]],
  ])('%s', (_, events, mails, expected) => {
    expect(confirmedByMail(events, mails).map(({ sendId }) => Number.parseInt(sendId.slice(-4), 16))).toEqual(expected)
  })
})

describe('openedSends', () => {
  const events = [send(1), outcome(1, 'sent')]
  it.each<[number | undefined, string, Parameters<typeof makeTouch>[0]]>([
    [now + day, 'the asset', { at: now + day, assetId: 'guide' }],
    [now + day, 'the address', { at: now + day, contentKey: 'https://www.example.com/guide' }],
    [undefined, 'another page', { at: now + day }],
    [undefined, 'a view before', { at: now, assetId: 'guide' }],
    [undefined, 'a view at once', { at: now + hour + minute, assetId: 'guide' }],
    [now + hour + minute + 1, 'a view a little later', { at: now + hour + minute + 1, assetId: 'guide' }],
    [undefined, 'a machine', { at: now + day, assetId: 'guide', agent: { by: 'machine', cause: 'probe' } }],
  ])('gives %s for %s', (at, _, touch) => {
    expect(openedSends(events, [makeTouch(touch)])[0]?.at).toBe(at)
  })
  it('knows only sends that were sent', () => {
    expect(openedSends([send(1)], [makeTouch({ at: now + day, assetId: 'guide' })])).toEqual([])
  })
})
