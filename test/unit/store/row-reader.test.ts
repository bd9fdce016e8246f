import * as z from 'zod/mini'
import { describe, expect, it, vi } from 'vitest'
import { createRowReader } from '@/lib/store/row-reader'

const schema = z.strictObject({ name: z.string(), size: z.number() })
const repairs = {
  1: (value: unknown) => ({ ...z.object({ name: z.string() }).parse(value), size: 0 }),
  2: (value: unknown) => ({ ...schema.parse(value), size: schema.parse(value).size + 1 }),
}

function createReader(trust = true) {
  const damaged = vi.fn<(field: string) => void>()
  return { damaged, ...createRowReader({ field: 'value', schema, damaged, repairs, rev: 3, trust }) }
}
const row = (rev: number, value: unknown) => ({ rev, value })

describe('F38 rows of every age', () => {
  it.each([
    ['today\'s', row(3, { name: 'a', size: 5 }), { name: 'a', size: 5 }],
    ['one step old', row(2, { name: 'a', size: 5 }), { name: 'a', size: 6 }],
    ['two steps old', row(1, { name: 'a' }), { name: 'a', size: 1 }],
    ['a later release\'s, still readable', row(4, { name: 'a', size: 5 }), { name: 'a', size: 5 }],
    ['a later release\'s, not readable', row(4, { name: 'a', size: 5, more: 1 }), undefined],
    ['beyond repair', row(1, { title: 'a' }), undefined],
    ['of no rev at all', { value: { name: 'a', size: 5 } } as never, { name: 'a', size: 5 }],
    ['of an absurd rev', row(-1e15, 'x'), undefined],
    ['empty', row(3, undefined), undefined],
  ])('%s', (_age, stored, expected) => {
    const { read, damaged } = createReader()
    expect(read(stored)).toEqual(expected)
    expect(damaged.mock.calls).toEqual(expected === undefined ? [['value']] : [])
  })

  it('are parsed whatever they claim where they are not trusted', () => {
    const wrong = row(3, { name: 1 })
    expect(createReader(true).readAll([wrong])).toEqual([{ name: 1 }])
    expect(createReader(false).readAll([wrong, row(3, { name: 'a', size: 1 })])).toEqual([{ name: 'a', size: 1 }])
  })
})
