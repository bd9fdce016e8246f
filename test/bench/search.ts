import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { pairedDifference, round } from './bootstrap.ts'
import { drawSearchGrowth } from './draw-growth.ts'
import { dataFolders } from './data-sets.ts'
import { readSearchSet, syntheticSearch, type SearchSet } from './search/data.ts'
import { flexSearch, leadside, miniSearchDefault, miniSearchDivided, miniSearchStemmed, plainBm25, reduced, type Engine } from './search/engines.ts'
import { average, judge, type QueryFigures } from './search/metrics.ts'
import { libraryRivals, ownSpeed } from './search/speed.ts'
import { quantile } from './stats.ts'

// How good and how fast search is: `npm run bench:search [-- --data DIR]`. The last lines are one line of JSON a set.

const engines = [leadside(), plainBm25, miniSearchDefault, miniSearchStemmed, miniSearchDivided, flexSearch, ...reduced]
const deep = 1000

const folders = dataFolders('search', 'docs.jsonl')
const sets = folders.length > 0 ? folders.map((folder) => () => readSearchSet(folder)) : [syntheticSearch]
const measured = sets.map((read) => measure(read()))
const given = process.argv.includes('--data')
const speed = []
for (const size of given ? [] : [1_000, 10_000, 100_000]) speed.push(await ownSpeed(size), ...libraryRivals(size))
if (speed.length > 0) {
  console.log('\nspeed: what is typed, letter by letter; times in ms')
  console.table(speed.map(({ keystrokeMs: { p50, p95 }, keystrokeCpuMs, ...row }) => ({ ...row, p50, p95, cpuP95: keystrokeCpuMs.p95 })))
}
if (!given) {
  writeFileSync(new URL('results-search.json', import.meta.url), `${JSON.stringify({ sets: measured, speed }, null, 1)}\n`)
  drawSearchGrowth(speed)
}
for (const { line } of measured) console.log(JSON.stringify(line))

function measure(set: SearchSet) {
  const asked = set.queries.filter(({ id }) => set.relevant.has(id))
  const runs = engines.map((engine) => ({ name: engine.name, ...run(engine, set, asked) }))
  const [own] = runs
  const table = runs.map(({ name, figures }) => ({ engine: name, ...average(figures), ndcgDifference: pairedDifference(gains(own?.figures), gains(figures)) }))
  console.log(`\n${set.name}: ${set.docs.length} documents, ${asked.length} queries`)
  console.table(table.map(({ ndcgDifference: { mean, low, high }, ...row }) => ({ ...row, 'leadside −': `${mean} [${low}, ${high}]` })))
  const times = own?.times ?? []
  const { n: _, ...figures } = average(own?.figures ?? [])
  // Settings were chosen on Cranfield's odd queries: its even ones were never looked at.
  const even = set.name === 'cranfield' ? runs.map(({ name, figures: all }) => ({ engine: name, ...average(all.filter((_figures, index) => Number(asked[index]?.id) % 2 === 0)) })) : undefined
  if (even) {
    console.log('cranfield, even queries only')
    console.table(even)
  }
  const line = { set: set.name, ...figures, ms_p50: round(quantile(times, 0.5), 2), ms_p95: round(quantile(times, 0.95), 2) }
  return { line, table, ...(even ? { even } : {}) }
}

function run(engine: Engine, { docs, relevant }: SearchSet, asked: SearchSet['queries']): { figures: QueryFigures[]; times: number[] } {
  const ask = engine.build(docs)
  const times: number[] = []
  const figures = asked.map(({ id, text }) => {
    const start = performance.now()
    const ranked = ask(text, deep)
    times.push(performance.now() - start)
    return judge(ranked, relevant.get(id) ?? new Set())
  })
  return { figures, times }
}

function gains(figures: readonly QueryFigures[] | undefined): number[] {
  return (figures ?? []).map(({ ndcg10 }) => ndcg10)
}
