import { describe, expect, it } from 'vitest'
import { heldViews, judge, putVerdict, withdraw } from '@/components/panel/verdict/judged'
import { fullView, now } from '../../../fakes/panel-fixtures'
import { given } from '../../../fakes/panel-states'

const id = (n: number) => `01957fc0-0000-7000-8000-00000000000${n}`
const good = given({ id: id(1), at: now })
const reasoned = given({ id: id(2), at: now + 4000, supersedes: id(1), reason: 'real-need' }, { undoUntil: good.undoUntil })
const wrong = given({ id: id(3), at: now + 60_000, verdict: 'wrong', supersedes: id(2) })

describe('judge', () => {
  it('finds the rep\'s own verdict where it stands', () => {
    const judged = judge(putVerdict(putVerdict(fullView, good), reasoned))
    expect(judged.mine?.event.id).toBe(id(2))
    expect(judged.standing).toMatchObject({ verdict: 'good', reason: 'real-need', by: 'Dana Reyes' })
  })

  it('calls a verdict of a colleague nobody\'s own', () => {
    const judged = judge({ ...fullView, standing: { at: now, verdict: 'wrong', by: 'Priya' } })
    expect([judged.mine, judged.standing?.by]).toEqual([undefined, 'Priya'])
  })
})

describe('withdraw', () => {
  it('takes back the click with everything added to it', () => {
    const view = withdraw(putVerdict(putVerdict(fullView, good), reasoned), id(2))
    expect(heldViews(view.verdicts)).toEqual([])
    expect(view.standing).toBeUndefined()
  })

  it('lets the verdict before a change stand again', () => {
    const changed = [good, reasoned, wrong].reduce(putVerdict, fullView)
    const view = withdraw(changed, id(3))
    expect(view.standing).toMatchObject({ eventId: id(2), verdict: 'good' })
  })
})
