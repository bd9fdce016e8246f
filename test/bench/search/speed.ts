import { deserialize, serialize, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { assetFieldWeights, toDocument } from '@/lib/search/asset-document'
import { buildSegment } from '@/lib/search/engine/build-segment'
import { createCollection, type Collection } from '@/lib/search/engine/collection'
import { inSlices } from '@/lib/domain/in-slices'
import { flatten, inflate } from '@/lib/search/pieces'
import { namesOf } from '@/lib/search/playbook-names'
import { searchCollection } from '@/lib/search/search-collection'
import type { Asset } from '@/lib/domain/asset'
import { round } from '../bootstrap.ts'
import { cpuMs } from '../cpu-clock.ts'
import { createRandom } from '../random.ts'
import { spread } from '../stats.ts'
import { benchNow, syntheticAssets } from '../synthetic-assets.ts'
import { flexSearchBox, miniSearchBox, type Engine } from './engines.ts'

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
const limit = 30
const megabyte = 1024 * 1024

/** What somebody types into the box: every beginning of two-word queries, every fifth with a slip, and some filtered. */
function keystrokes(assets: readonly Asset[], count: number): { query: string; filtered: boolean }[] {
  const random = createRandom(17)
  const typed: { query: string; filtered: boolean }[] = []
  for (let number = 0; typed.length < count; number += 1) {
    const words = assets[Math.floor(random() * assets.length)]?.title.split(' ').slice(1, 3) ?? []
    const query = number % 5 === 0 ? slip(words.join(' '), random) : words.join(' ')
    for (let length = 1; length <= query.length; length += 1) typed.push({ query: query.slice(0, length), filtered: number % 4 === 0 })
  }
  return typed.slice(0, count)
}

function slip(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2))
  return text.slice(0, at) + text.slice(at + 1)
}

const held = () => {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / megabyte
}

/** Build, stored size, load and keystrokes of the product's index over a library of this size. */
export async function ownSpeed(size: number) {
  const assets = syntheticAssets(size)
  const documents = assets.map(toDocument)
  const names = namesOf(defaultPlaybook)
  let longest = 0
  let since = cpuMs()
  const pause = async () => {
    longest = Math.max(longest, cpuMs() - since)
    await new Promise((resolve) => { setImmediate(resolve) })
    since = cpuMs()
  }
  const begun = performance.now()
  const segment = await inSlices(buildSegment(documents, assetFieldWeights), { now: () => performance.now(), pause })
  const buildMs = round(performance.now() - begun, 0)
  const stored = serialize({ segment: flatten(segment), alive: new Uint8Array(size).fill(1) })
  const before = held()
  const loadBegun = performance.now()
  const read = deserialize(stored) as { segment: ReturnType<typeof flatten>; alive: Uint8Array }
  const collection: Collection = createCollection([{ segment: inflate(read.segment), alive: read.alive }])
  const first = searchCollection(collection, { query: 'ba', filters: {}, limit, now: benchNow, names })
  const loadMs = round(performance.now() - loadBegun, 1)
  const memoryMb = round(held() - before, 1)
  const context = { profile: { stage: 'mql', persona: 'finance', industry: 'retail', language: 'en' }, favourites: new Set(['asset-7']) }
  const times: number[] = []
  const work: number[] = []
  for (const [index, { query, filtered }] of [...keystrokes(assets, 60), ...keystrokes(assets, 500)].entries()) {
    const [start, worked] = [performance.now(), cpuMs()]
    searchCollection(collection, { query, filters: filtered ? { stages: ['mql'], industries: ['retail'] } : {}, limit, now: benchNow, names, context })
    if (index < 60) continue
    times.push(performance.now() - start)
    work.push(cpuMs() - worked)
  }
  return { engine: 'leadside', assets: size, buildMs, longestSliceCpuMs: round(longest, 1), storedMb: round(stored.byteLength / megabyte, 2), loadMs, memoryMb, keystrokeMs: spread(times), keystrokeCpuMs: spread(work), found: first.total }
}

/** The same work by a library: build and keystrokes. */
export function libraryRivals(size: number) {
  const assets = syntheticAssets(size)
  const docs = assets.map(({ id, title, abstract }) => ({ id, title, body: abstract }))
  return [miniSearchBox, flexSearchBox].map((engine) => rivalSpeed(engine, docs, keystrokes(assets, size > 20_000 ? 120 : 500)))
}

function rivalSpeed(engine: Engine, docs: Parameters<Engine['build']>[0], typed: readonly { query: string }[]) {
  const before = held()
  const begun = performance.now()
  const ask = engine.build(docs)
  const buildMs = round(performance.now() - begun, 0)
  const memoryMb = round(held() - before, 1)
  const times: number[] = []
  const work: number[] = []
  for (const { query } of typed) {
    const [start, worked] = [performance.now(), cpuMs()]
    ask(query, limit)
    times.push(performance.now() - start)
    work.push(cpuMs() - worked)
  }
  return { engine: engine.name, assets: docs.length, buildMs, memoryMb, keystrokeMs: spread(times), keystrokeCpuMs: spread(work) }
}
