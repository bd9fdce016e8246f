import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { growthChart } from './growth-chart.ts'

// Draws how time grows with the library, from the results of the last whole runs: `node test/bench/draw-growth.ts`. Each bench does it at its end.

interface SearchRow { engine: string; assets: number; loadMs?: number; storedMb?: number; keystrokeCpuMs?: { p95: number } }
interface SuggestRow { assets: number; prepareCpuMs: number; suggestCpuMs: { p95: number } }

const images = new URL('../../docs/images/', import.meta.url)
const sizes = [1_000, 10_000, 100_000]

/** Charts of `npm run bench:search`: what a keystroke costs beside two libraries, and what the index weighs. */
export function drawSearchGrowth(rows: readonly SearchRow[]): void {
  const of = (engine: string, value: (row: SearchRow) => number | undefined) => sizes.map((size) => {
    const row = rows.find((each) => each.engine === engine && each.assets === size)
    return row && value(row)
  })
  const engines = [...new Set(rows.map(({ engine }) => engine))]
  const keystroke = (row: SearchRow) => row.keystrokeCpuMs?.p95
  write('growth-search.svg', growthChart({
    title: 'Keystroke to results, 95 % within', unit: 'ms', sizes,
    series: engines.map((name) => ({ name: name.split(',')[0] ?? name, values: of(name, keystroke) })), budgets: [{ size: 10_000, value: 16 }, { size: 100_000, value: 50 }],
  }))
  write('growth-index.svg', growthChart({
    title: 'The stored index', unit: '', sizes, series: [{ name: 'load, ms', values: of('leadside', ({ loadMs }) => loadMs) }, { name: 'size, MB', values: of('leadside', ({ storedMb }) => storedMb) }],
    budgets: [{ size: 10_000, value: 150 }],
  }))
}

/** The chart of `npm run bench:suggest`. */
export function drawSuggestGrowth(rows: readonly SuggestRow[]): void {
  const of = (value: (row: SuggestRow) => number) => sizes.map((size) => {
    const row = rows.find(({ assets }) => assets === size)
    return row && value(row)
  })
  write('growth-suggest.svg', growthChart({
    title: 'Suggestions, 95 % within', unit: 'ms', sizes,
    series: [{ name: 'suggest', values: of(({ suggestCpuMs }) => suggestCpuMs.p95) }, { name: 'prepare, once', values: of(({ prepareCpuMs }) => prepareCpuMs) }],
    budgets: [{ size: 10_000, value: 50 }, { size: 100_000, value: 250 }],
  }))
}

function write(name: string, svg: string): void {
  mkdirSync(images, { recursive: true })
  writeFileSync(new URL(name, images), `${svg}\n`)
}

if (import.meta.filename === process.argv[1]) {
  const read = (name: string): { speed: never[] } => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
  drawSearchGrowth(read('results-search.json').speed)
  drawSuggestGrowth(read('results-suggest.json').speed)
}
