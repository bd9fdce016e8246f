import { toAsset, type SampleAsset } from '@/lib/domain/sample-asset'
import { asOfNow, type SampleWorkspace } from '@/lib/domain/sample-workspace'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'

/** The packaged samples, parsed. */
export type ReadSamples = () => Promise<{ assets: SampleAsset[]; workspace: SampleWorkspace }>

export interface Samples {
  loaded(): Promise<boolean>
  /** One click in. */
  load(): Promise<{ assets: number; verdicts: number; refs: RecordRef[] }>
  /** One click out: everything the samples brought and everything done on them. */
  remove(): Promise<void>
}

export function createSamples(deps: AppDeps, read: ReadSamples): Samples {
  return {
    async loaded() {
      return (await deps.marks.all('sample')).size > 0
    },

    async load() {
      const { assets: samples, workspace } = await read()
      const now = deps.clock.now()
      const assets = samples.map((sample) => toAsset(sample, now))
      const { snapshots, events } = asOfNow(workspace, now)
      await deps.marks.add('sample', ['loaded'], now)
      await deps.marks.add('sample-asset', assets.map((asset) => asset.id), now)
      await deps.marks.add('sample-event', events.map((event) => event.id), now)
      await deps.assets.put(assets)
      for (const snapshot of snapshots) await deps.snapshots.put(snapshot)
      await deps.ledger.append(events, [])
      await deps.search.changed(assets, [])
      deps.tell.library()
      deps.tell.settings()
      const verdicts = events.filter((event) => event.type === 'verdict').length
      return { assets: assets.length, verdicts, refs: snapshots.map((snapshot) => snapshot.person.ref) }
    },

    async remove() {
      const [assets, events, { workspace }] = await Promise.all([deps.marks.all('sample-asset'), deps.marks.all('sample-event'), read()])
      const refs = workspace.snapshots.map((snapshot) => snapshot.person.ref)
      const given = await deps.ledger.forRecord(refs.map(recordKey))
      const gone = new Set([...events, ...given.map((event) => event.id)])
      await deps.ledger.remove([...gone])
      const findings = await deps.documents.all('finding')
      await deps.documents.remove(findings.filter(({ verdictIds }) => verdictIds.length > 0 && verdictIds.every((id) => gone.has(id))).map(({ id }) => id))
      await deps.snapshots.remove(refs.map(recordKey))
      await deps.assets.remove([...assets])
      await deps.search.changed([], [...assets])
      for (const kind of ['sample', 'sample-asset', 'sample-event']) await deps.marks.clear(kind)
      deps.tell.library()
      deps.tell.settings()
      deps.tell.today()
    },
  }
}
