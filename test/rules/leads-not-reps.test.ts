import { describe, expect, it } from 'vitest'
import { groupings } from '@/lib/domain/acceptance-groups'
import { finding } from '@/lib/domain/finding'
import { funnelGroupings } from '@/lib/domain/hand-overs/funnel'
import { anyVerdict } from '@/lib/domain/review/filter'
import { compared } from '@/lib/domain/review/compared'
import { protocol } from '@/lib/bus/protocol'
import { emptyFeedbackFilter } from '@/components/desk/feedback/filter-rows'
import { read, sources } from './files'

const person = /^(rep|reps|by|who|owner|user|actor|judge|salesperson|rep_?id|rep_?name)$/i

/** It measures leads, not reps: a name stands on a single verdict, so that marketing can ask back, and nowhere else. */
describe('leads are measured and not reps', () => {
  it('knows no group, filter or comparison by rep', () => {
    const ways = [...groupings, ...compared, ...funnelGroupings, ...Object.keys(anyVerdict), ...Object.keys(emptyFeedbackFilter)]
    expect(ways.length).toBeGreaterThan(20)
    expect(ways.filter((way) => person.test(way) && way !== 'groupBy')).toEqual([])
  })

  it('sorts and exports no verdicts by rep', () => {
    const sorting = read('components/desk/feedback/sort-rows.ts')
    const [, keys = ''] = /type SortKey = ([^\n]+)/.exec(sorting) ?? []
    expect([...keys.matchAll(/'([^']+)'/g)].map(([, key]) => key)).toEqual(['record', 'verdict', 'campaign', 'source', 'date'])
    const [, columns = ''] = /const columns = \[([^\]]+)\]/.exec(read('components/desk/feedback/feedback-files.ts')) ?? []
    expect(columns).toContain("'verdict'")
    expect([...columns.matchAll(/'([^']+)'/g)].map(([, column = '']) => column).filter((column) => person.test(column))).toEqual([])
  })

  it('takes no rep in what the desk asks of verdicts and findings', () => {
    const asked = Object.entries(protocol).filter(([name]) => /^(feedback|review)\./.test(name)).flatMap(([name, { request }]) => Object.keys('shape' in request ? (request.shape as object) : {}).map((key) => `${name} ${key}`))
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((one) => person.test(one.split(' ')[1] ?? ''))).toEqual([])
  })

  it('counts verdicts without who gave them', () => {
    const counting = sources('lib/domain/review', 'lib/domain/hand-overs').concat(['lib/domain/acceptance.ts', 'lib/domain/acceptance-groups.ts', 'lib/domain/judgement.ts'])
    expect(counting.filter((file) => /\.rep\b|\brep[,:]|\brepName\b|\brep\./.test(read(file).replace(/\/\*[\s\S]*?\*\//g, '')))).toEqual([])
    // A finding says how many reps, never which.
    expect(finding.shape.reps.safeParse('Dana').success).toBe(false)
  })

  it('draws the name of a rep on the line of a verdict alone', () => {
    const naming = sources('components/desk').filter((file) => /\brow\.rep\b|\{ rep\b|\.rep\.name/.test(read(file)))
    expect(naming).toEqual(['components/desk/feedback/feedback-table.tsx'])
  })
})
