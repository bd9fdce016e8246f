import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/domain/errors'
import { createGuard } from '@/lib/store/guard'

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more })

describe('guard', () => {
  it.each([
    ['a full disk', named('QuotaExceededError'), { kind: 'storage-full' }],
    ['a full disk inside an abort', named('AbortError', { inner: named('QuotaExceededError') }), { kind: 'storage-full' }],
    ['a full disk among bulk failures', named('BulkError', { failures: [named('QuotaExceededError')] }), { kind: 'storage-full' }],
    ['a database that cannot be opened', named('OpenFailedError', { inner: named('UnknownError') }), { kind: 'storage-broken', detail: 'OpenFailedError' }],
    ['what is told already', new AppError('invalid'), { kind: 'invalid' }],
    ['a bug of ours', named('DataCloneError'), { name: 'DataCloneError' }],
  ])('tells %s', async (_what, thrown, expected) => {
    await expect(createGuard(async () => undefined)(() => Promise.reject(thrown))).rejects.toMatchObject(expected)
  })

  it('tries once more, after making room, and only for a full disk', async () => {
    const steps: string[] = []
    const guard = createGuard(async () => void steps.push('room'))
    const failing = (name: string) => guard(async () => {
      steps.push('work')
      throw named(name)
    }).catch(() => undefined)
    await failing('QuotaExceededError')
    await failing('OpenFailedError')
    expect(steps).toEqual(['work', 'room', 'work', 'work'])
  })
})
