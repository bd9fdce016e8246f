import { useState } from 'react'
import type { FiguresByAsset } from '@/lib/domain/asset-figures'
import type { CareEntry, CareTopic as Topic } from '@/lib/domain/care'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useTellAloud } from '../../data/ask'
import { useMayEdit } from '../../data/use-team-role'
import { CareRow } from './care-row'

const shownAtFirst = 5

/** One thing assets may need, and which do. Those to verify can be verified together. */
export function CareTopic({ topic, entries, figures }: { topic: Topic; entries: readonly CareEntry[]; figures: FiguresByAsset }) {
  const [shown, setShown] = useState(shownAtFirst)
  const verify = useTellAloud('library.verify', 'library.list')
  const mayEdit = useMayEdit()
  const visible = entries.slice(0, shown)
  const verifiable = visible.filter(({ asset }) => mayEdit(asset))
  const name = message(labelKey('care.topic', topic))
  return (
    <section aria-label={name}>
      <div className="flex flex-wrap items-end justify-between gap-2 pb-2">
        <div>
          <h2 className="text-large font-semibold">{name} <span className="font-normal text-soft tabular-nums">{entries.length}</span></h2>
          <p className="max-w-2xl text-small text-soft">{message(labelKey('care.about', topic))}</p>
        </div>
        {topic === 'unverified' && verifiable.length > 1 && (
          <Button off={verify.isPending} onClick={() => verify.mutate({ ids: verifiable.map(({ asset }) => asset.id) })}>{i18n.t('care.verifyAll', verifiable.length)}</Button>
        )}
      </div>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {visible.map((entry) => <CareRow key={entry.asset.id} entry={entry} figures={figures} />)}
      </ul>
      {entries.length > shown && <Button look="quiet" className="-ml-2.5 self-start" onClick={() => setShown(shown + 50)}>{i18n.t('today.more', [String(entries.length - shown)])}</Button>}
    </section>
  )
}
