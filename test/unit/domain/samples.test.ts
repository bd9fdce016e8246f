import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { asset } from '@/lib/domain/asset'
import { buildStories } from '@/lib/domain/story-build'
import { sampleAsset, toAsset } from '@/lib/domain/sample-asset'
import { asOfNow, isSample, sampleWorkspace } from '@/lib/domain/sample-workspace'
import { defaultPlaybook } from '@/lib/domain/default-playbook'

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../public/samples/${name}.json`, import.meta.url), 'utf8'))
const now = Date.UTC(2030, 0, 15, 12)
const assets = z.array(sampleAsset).parse(read('assets')).map((sample) => toAsset(sample, now))
const workspace = sampleWorkspace.parse(read('workspace'))

describe('the packaged samples', () => {
  it('hold 60 assets of every use, valid after they are moved to now', () => {
    expect(assets).toHaveLength(60)
    expect(new Set(assets.map((one) => one.id)).size).toBe(60)
    for (const one of assets) expect(asset.safeParse(one).error).toBeUndefined()
    expect(assets.some((one) => one.expires !== undefined && one.expires < now)).toBe(true)
    expect(assets.some((one) => one.body !== undefined && !one.shareable)).toBe(true)
  })

  it('use stages, personas and industries the default playbook knows', () => {
    const known = (list: { id: string }[]) => new Set(list.map(({ id }) => id))
    const [stages, personas, industries] = [known(defaultPlaybook.stages), known(defaultPlaybook.personas), known(defaultPlaybook.industries)]
    expect(assets.flatMap((one) => one.stages).filter((id) => !stages.has(id))).toEqual([])
    expect(assets.flatMap((one) => one.personas).filter((id) => !personas.has(id))).toEqual([])
    expect(assets.flatMap((one) => one.industries).filter((id) => !industries.has(id))).toEqual([])
  })

  it('never age and never belong to a real org', () => {
    const { snapshots, events } = asOfNow(workspace, now)
    expect(events.length).toBeGreaterThan(150)
    expect(events.every((event) => event.at < now && event.at > now - 200 * 86_400_000)).toBe(true)
    expect([...events.map(({ ref }) => ref), ...snapshots.map(({ person }) => person.ref)].every(isSample)).toBe(true)
    expect(snapshots.flatMap(({ touches }) => touches).every((touch) => touch.at <= now)).toBe(true)
  })

  it('tell stories about the assets of the library', () => {
    const first = asOfNow(workspace, now).snapshots[0]
    const { stories } = buildStories({ raw: first?.touches ?? [], assets })
    expect(stories.length).toBeGreaterThan(4)
    expect(stories.every((story) => story.assetId !== undefined)).toBe(true)
  })
})
