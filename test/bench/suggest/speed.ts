import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { prepareLibrary } from '@/lib/domain/suggest/prepared-library'
import { suggest } from '@/lib/domain/suggest/suggest'
import type { Story } from '@/lib/domain/touch'
import { round } from '../bootstrap.ts'
import { cpuMs } from '../cpu-clock.ts'
import { spread } from '../stats.ts'
import { benchNow, syntheticAssets } from '../synthetic-assets.ts'

const day = 86_400_000
const ref = { crm: 'hubspot', org: '1', kind: 'contact', id: '1' } as const

/** One opening of a panel over a library of this size: with the library prepared, and what preparing costs once. */
export function suggestSpeed(size: number, runs = 30) {
  const assets = syntheticAssets(size)
  const [begun, worked] = [performance.now(), cpuMs()]
  const library = prepareLibrary(assets)
  const prepareMs = round(performance.now() - begun, 1)
  const prepareCpuMs = round(cpuMs() - worked, 1)
  const times: number[] = []
  const work: number[] = []
  for (let run = -3; run < runs; run += 1) {
    const stories = Array.from({ length: 25 }, (_, back): Story => {
      const asset = assets[(run * 37 + back * 101 + 1000) % size]
      const last = benchNow - back * 2 * day
      return { key: asset?.id ?? '', title: asset?.title ?? '', assetId: asset?.id, kind: 'document', first: last, last, count: 1, human: 1, machine: 0, depth: 0.6, campaigns: [], touches: [] }
    })
    const [start, before] = [performance.now(), cpuMs()]
    suggest({
      person: { ref, same: [ref], name: '', optedOut: false }, profile: { stage: 'mql', persona: 'finance', industry: 'retail', language: 'en' }, stories, assets, playbook: defaultPlaybook,
      history: { events: [], follows: new Map() }, now: benchNow, limit: 3, library,
    })
    if (run < 0) continue
    times.push(performance.now() - start)
    work.push(cpuMs() - before)
  }
  return { assets: size, prepareMs, prepareCpuMs, suggestMs: spread(times), suggestCpuMs: spread(work) }
}
