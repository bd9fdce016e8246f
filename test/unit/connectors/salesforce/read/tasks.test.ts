import { describe, expect, it } from 'vitest'
import { markerLine } from '@/lib/connectors/salesforce/marker'
import { type Task, toLoggedMails, toTaskTouches } from '@/lib/connectors/salesforce/read/tasks'

const eventId = '01995d3a-0000-7000-8000-000000000001'

function task(changes: Partial<Task>): Task {
  return {
    Id: '00T5g00001TkAaaEAF', Subject: 'Follow up', TaskSubtype: 'Task', Type: undefined, IsClosed: true, ActivityDate: '2026-09-10',
    CompletedDateTime: '2026-09-10T15:42:07.000+0000', CreatedDate: '2026-09-10T15:42:00.000+0000', Description: undefined, ...changes,
  }
}
const touchOf = (changes: Partial<Task>) => toTaskTouches([task(changes)], () => false)[0]

describe('tasks', () => {
  it.each([
    ['a call', { TaskSubtype: 'Call', Subject: 'Call: prices' }, 'call', 'Call: prices'],
    ['a logged mail', { TaskSubtype: 'Email', Subject: 'Email: Case study' }, 'email-sent', 'Case study'],
    ['a bulk mail', { TaskSubtype: 'ListEmail', Subject: 'List Email: News' }, 'email-sent', 'News'],
    ['a meeting', { Type: 'Meeting', Subject: 'Steering meeting' }, 'meeting', 'Steering meeting'],
    ['our own send', { TaskSubtype: 'Email', Subject: 'Sent: Price guide', Description: markerLine('send-log', eventId) }, 'email-sent', 'Price guide'],
    ['our own send in a meeting', { Subject: 'Sent: Price guide', Description: markerLine('send-log', eventId) }, 'meeting', 'Price guide'],
    ['a visit a marketing tool logged', { Subject: 'Web: Price list' }, 'page-view', 'Price list'],
    ['a form a marketing tool logged', { Subject: 'Filled Out Form: Contact us' }, 'form', 'Contact us'],
    ['a mail a marketing tool sent', { Subject: 'Was Sent Email: News' }, 'email-sent', 'News'],
    ['a click a marketing tool logged', { Subject: 'Clicked Link in Email: News' }, 'email-click', 'News'],
  ])('tell of %s', (_name, changes, kind, title) => {
    expect(touchOf(changes)).toMatchObject({ kind, title })
  })

  it.each([
    ['plans', { IsClosed: false, TaskSubtype: 'Call' }],
    ['somebody’s own to-do', { Subject: 'Send contract' }],
    ['verdicts', { Subject: 'Leadside: Good', Description: markerLine('verdict', eventId) }],
    ['returns', { Subject: 'Come back', Description: markerLine('return-task', eventId) }],
  ])('leave out %s', (_name, changes) => {
    expect(touchOf(changes)).toBeUndefined()
  })

  it('leave out mails that are read as mails', () => {
    expect(toTaskTouches([task({ TaskSubtype: 'Email' })], () => true)).toEqual([])
  })

  it('name address and asset of what was sent', () => {
    const Description = `https://www.example.com/prices?utm_source=x\nleadside-asset:2:price-guide\n${markerLine('send-log', eventId)}`
    expect(touchOf({ TaskSubtype: 'Email', Description })).toMatchObject({ url: 'https://www.example.com/prices?utm_source=x', itemId: 'price-guide' })
  })

  it('know a task done on another day than it was noted only by its day', () => {
    expect(touchOf({ TaskSubtype: 'Call', ActivityDate: '2026-09-08' })).toMatchObject({ at: Date.parse('2026-09-08T12:00:00Z'), dayOnly: true })
    expect(touchOf({ TaskSubtype: 'Call' })?.dayOnly).toBeUndefined()
  })

  it('hand over the addresses in logged mails', () => {
    const rows = [
      task({ TaskSubtype: 'Email', Subject: 'Email: Prices', Description: 'See (https://a.example/x?y=1). And <https://b.example/z>' }),
      task({ TaskSubtype: 'Email', Description: 'no address' }),
      task({ TaskSubtype: 'Email', Description: `https://a.example\n${markerLine('send-log', eventId)}` }),
    ]
    expect(toLoggedMails(rows)).toEqual([
      { id: '00T5g00001TkAaaEAF', at: Date.parse('2026-09-10T15:42:07Z'), subject: 'Prices', links: ['https://a.example/x?y=1', 'https://b.example/z'] },
    ])
  })
})
