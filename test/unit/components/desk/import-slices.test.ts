// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { planSlices } from '@/components/desk/library/import/plan-slices'
import { readFile } from '@/components/desk/library/import/read-file'
import { guessMapping, tableColumns } from '@/lib/domain/asset-columns'
import { defaultPlaybook } from '@/lib/domain/default-playbook'

const rows = 100_000
/** Every tenth row broken, in three ways; quotes that never close would swallow the rest. */
const line = (n: number) => (n % 30 === 0 ? `,https://a.example/${n},ebook` : n % 30 === 10 ? `Bad ${n},javascript:alert(${n}),ebook` : n % 30 === 20 ? `Twice,https://a.example/1,ebook` : `Asset ${n},https://a.example/${n},ebook`)
const csv = `Title,Link,Format\n${Array.from({ length: rows }, (_, n) => line(n + 1)).join('\n')}\n`
const file = () => new File([csv], 'assets.csv')

describe('F47 a broken CSV of 100,000 rows', () => {
  it('is read and checked slice by slice, and every problem is named with its row', async () => {
    const quiet = new AbortController().signal
    const read = await readFile(file(), quiet)
    expect(read).toHaveLength(rows)
    const shares: number[] = []
    const plan = await planSlices({ rows: read, mapping: guessMapping(tableColumns(read)), existing: [], playbook: defaultPlaybook, now: 0 }, quiet, (share) => shares.push(share))
    expect(shares).toHaveLength(100)
    expect([plan.problems.length, plan.added.length]).toEqual([10_000, rows - 10_000])
    expect(plan.problems.slice(0, 3).map(({ row, problem }) => [row, problem])).toEqual([[10, 'bad-address'], [20, 'duplicate'], [30, 'no-title']])
  }, 60_000)

  it('stops within a slice when it is told to', async () => {
    const stop = new AbortController()
    let slices = 0
    const planning = planSlices({ rows: Array.from({ length: 5_000 }, (_, n) => ({ title: `A${n}` })), mapping: { title: 'title' }, existing: [], playbook: defaultPlaybook, now: 0 }, stop.signal, () => {
      slices += 1
      stop.abort()
    })
    await expect(planning).rejects.toMatchObject({ kind: 'cancelled' })
    expect(slices).toBe(1)
  })

  it('stops reading, too', async () => {
    await expect(readFile(file(), AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' })
  })
})
