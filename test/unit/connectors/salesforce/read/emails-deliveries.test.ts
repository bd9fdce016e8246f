import { describe, expect, it } from 'vitest'
import { type Delivery, toViewSummary, toViewTouches } from '@/lib/connectors/salesforce/read/deliveries'
import { type EmailMessage, isSameMail, toEmailTouches } from '@/lib/connectors/salesforce/read/emails'
import type { Task } from '@/lib/connectors/salesforce/read/tasks'

const sent = '2026-09-10T15:42:05.000+0000'
function mail(changes: Partial<EmailMessage> = {}): EmailMessage {
  return {
    Id: '02s5g00001EmAaaAAF', Subject: 'Case study', MessageDate: sent, Status: '3', Incoming: false, IsTracked: true, FirstOpenedDate: undefined,
    LastOpenedDate: undefined, IsBounced: false, ActivityId: undefined, ...changes,
  }
}

describe('mails', () => {
  const opened = { FirstOpenedDate: '2026-09-10T16:03:48.000+0000', LastOpenedDate: '2026-09-11T07:55:02.000+0000' }
  it.each([
    ['sent', {}, ['email-sent']],
    ['opened twice', opened, ['email-sent', 'email-open', 'email-open']],
    ['opened once', { ...opened, LastOpenedDate: opened.FirstOpenedDate }, ['email-sent', 'email-open']],
    ['bounced', { ...opened, IsBounced: true }, ['email-sent']],
    ['answered', { Incoming: true }, ['email-reply']],
    ['drafted', { Status: '5' }, []],
    ['without a date', { MessageDate: undefined }, []],
  ])('%s', (_name, changes, kinds) => {
    expect(toEmailTouches([mail(changes)]).map((touch) => touch.kind)).toEqual(kinds)
  })

  it('carry when they were delivered, so that scanners can be told', () => {
    expect(toEmailTouches([mail(opened)])[1]?.signals).toEqual({ mailId: mail().Id, deliveredAt: Date.parse('2026-09-10T15:42:05Z') })
  })

  it('are recognised in the task that also logs them', () => {
    const task = { Id: '00T5g00001TkAaaEAF', Subject: 'Email: Case study' } as Task
    const at = Date.parse('2026-09-10T15:42:20Z')
    expect(isSameMail(mail({ ActivityId: task.Id }), task, 0)).toBe(true)
    expect(isSameMail(mail({ ActivityId: '00T5g00009TkAaaEAF' }), task, at)).toBe(false)
    expect(isSameMail(mail(), task, at)).toBe(true)
    expect(isSameMail(mail(), task, at + 120_000)).toBe(false)
    expect(isSameMail(mail({ Subject: 'Other' }), task, at)).toBe(false)
  })
})

describe('deliveries', () => {
  const link: Delivery = {
    Id: '05D5g00001CdAaaEAF', Name: 'Case study for Priya', ContentVersion: { Title: 'Case study' }, ContentDocumentId: '0695g00001CdPdfAAF',
    FirstViewDate: '2026-09-10T16:04:20.000+0000', LastViewDate: '2026-09-11T07:56:30.000+0000',
  }
  const view = { Id: '05H5g00001CvAaaEAF', DistributionId: link.Id, CreatedDate: '2026-09-10T16:04:20.000+0000', IsDownload: false }

  it('are views and downloads of the file, under the file’s id', () => {
    const touches = toViewTouches([link], [view, { ...view, Id: '05H5g00002CvAaaEAF', IsDownload: true }, { ...view, DistributionId: '05D5g00009CdAaaEAF' }])
    expect(touches.map(({ kind, title, itemId }) => ({ kind, title, itemId }))).toEqual([
      { kind: 'document', title: 'Case study', itemId: '0695g00001CdPdfAAF' },
      { kind: 'download', title: 'Case study', itemId: '0695g00001CdPdfAAF' },
    ])
  })

  it('are known by first and last view where the single ones are not to be had', () => {
    expect(toViewSummary([link]).map((touch) => touch.at)).toEqual([Date.parse('2026-09-10T16:04:20Z'), Date.parse('2026-09-11T07:56:30Z')])
    expect(toViewSummary([{ ...link, LastViewDate: link.FirstViewDate }])).toHaveLength(1)
    expect(toViewSummary([{ ...link, FirstViewDate: undefined, LastViewDate: undefined }])).toEqual([])
  })
})
