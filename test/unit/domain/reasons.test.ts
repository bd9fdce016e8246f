import { expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { reasonsFor } from '@/lib/domain/playbook'
import { addReason, mergedReasons, mergeReason, reasonsByUse, renameReason, retireReason, standingReason } from '@/lib/domain/reasons'

const { reasons } = defaultPlaybook
const offered = (changed: typeof reasons) => reasonsFor({ ...defaultPlaybook, reasons: changed }, 'wrong').map(({ id }) => id)

it('renames and keeps the id, so that what was said stays said', () => {
  const renamed = renameReason(reasons, 'wrong', 'too-small', ' Below 50 people ')
  expect(renamed.wrong.find(({ id }) => id === 'too-small')).toEqual({ id: 'too-small', label: 'Below 50 people' })
  expect(offered(renamed)).toEqual(offered(reasons))
})

it('retires without forgetting, and offers again', () => {
  const retired = retireReason(reasons, 'wrong', 'too-small', true)
  expect(offered(retired)).not.toContain('too-small')
  expect(standingReason(retired, 'too-small')).toBe('too-small')
  expect(offered(retireReason(retired, 'wrong', 'too-small', false))).toContain('too-small')
})

it('merges history under the target, through several merges and never in a circle', () => {
  const once = mergeReason(reasons, 'wrong', 'too-small', 'wrong-role')
  const twice = mergeReason(once, 'wrong', 'wrong-role', 'wrong-region')
  expect(offered(twice)).not.toContain('too-small')
  expect(standingReason(twice, 'too-small')).toBe('wrong-region')
  expect(mergedReasons(twice)).toEqual(new Map([['too-small', 'wrong-region'], ['wrong-role', 'wrong-region']]))
  expect(mergeReason(twice, 'wrong', 'wrong-region', 'too-small')).toBe(twice)
  const circle = { ...reasons, wrong: [{ id: 'a', mergedInto: 'b' }, { id: 'b', mergedInto: 'a' }] }
  expect(['a', 'b']).toContain(standingReason(circle, 'a'))
  expect(standingReason(reasons, 'gone')).toBe('gone')
})

it('gives a new reason an id nobody has had', () => {
  const added = addReason(addReason(reasons, 'wrong', 'Too small!'), 'good', 'Größe über 50')
  expect(added.wrong.at(-1)).toEqual({ id: 'too-small-2', label: 'Too small!' })
  expect(added.good.at(-1)?.id).toBe('gro-e-uber-50')
})

it('orders by use, equal ones as they were', () => {
  expect(reasonsByUse(defaultPlaybook, { 'wrong-role': 4, 'too-small': 9 }).reasons.wrong.map(({ id }) => id).slice(0, 3)).toEqual(['too-small', 'wrong-role', 'student-or-job-seeker'])
})
