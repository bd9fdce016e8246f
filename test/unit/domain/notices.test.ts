import { expect, it } from 'vitest'
import { noticesFor } from '@/lib/domain/notices'
import type { Notice } from '@/lib/domain/view'
import { day, makePerson, makeTouch, makeVerdict, now } from './make'

const notice = (kind: Notice['kind']): Notice => ({ id: kind, kind, sentence: { id: 'x', values: [] } })
const none: ReadonlySet<string> = new Set()
const due = makeVerdict(1, { verdict: 'not_yet', until: '2026-01-01', at: now - 90 * day })
const base = { events: [due], person: makePerson(), touches: [], dismissed: none, now }

it('keeps the agreed order', () => {
  const others = [notice('promise'), notice('promotion'), notice('finding')]
  expect(noticesFor({ ...base, others }).map(({ kind }) => kind)).toEqual(['first-verdict', 'return-due', 'finding', 'promotion', 'promise'])
})

it('drops what was put away and shows the next', () => {
  const [first, second] = noticesFor(base)
  expect(noticesFor({ ...base, dismissed: new Set([first?.id ?? '']) })).toEqual([second])
})

it('says nothing of a record nobody judged', () => {
  expect(noticesFor({ ...base, events: [] })).toEqual([])
})

it('comes again with another cause', () => {
  const waiting = makeVerdict(1, { verdict: 'not_yet', trigger: 'touch', at: now - 9 * day })
  const [, returned] = noticesFor({ ...base, events: [waiting], touches: [makeTouch({ at: now })] })
  expect(returned).toMatchObject({ id: `return-due:${waiting.id}:touch`, sentence: { id: 'notice.return_touch' } })
})
