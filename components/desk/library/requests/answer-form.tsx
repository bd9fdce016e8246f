import { useId, useMemo, useState } from 'react'
import type { Asset } from '@/lib/domain/asset'
import type { Need } from '@/lib/domain/need'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Field, TextBox } from '../../shell/field'
import { AssetForm } from '../asset-form'
import { emptyFilter, filterAssets } from '../filter-assets'

const offered = 8

/** Answers every open request of a need with an asset there is, or one added now. It comes back to those who asked. */
export function AnswerForm({ need, close }: { need: Need; close: () => void }) {
  const now = useNow()
  const group = useId()
  const { data: assets } = useAsk('library.list', {})
  const answer = useTell('requests.answer', 'requests.list')
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<Asset>()
  const [adding, setAdding] = useState(false)
  const found = useMemo(() => (
    filterAssets(assets ?? [], { ...emptyFilter, text: words, status: 'usable' }, now).sort((a, b) => b.updatedAt - a.updatedAt).slice(0, offered)
  ), [assets, words, now])
  const listed = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found
  const give = () => chosen && answer.mutate({ requestIds: need.openIds, assetId: chosen.id, ...(note.trim() ? { note: note.trim() } : {}) }, { onSuccess: close })
  if (adding) {
    return (
      <div className="mt-3">
        <AssetForm
          asset={undefined}
          onDone={(saved) => {
            setChosen(saved)
            setAdding(false)
          }}
        />
      </div>
    )
  }
  return (
    <form className="mt-3 space-y-3 rounded-lg bg-raised p-3" onSubmit={(event) => { event.preventDefault(); give() }}>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-56 flex-1"><Field label={i18n.t('requests.find')}>{(ids) => <TextBox {...ids} type="search" value={words} onChange={(event) => setWords(event.target.value)} />}</Field></div>
        <Button onClick={() => setAdding(true)}>{i18n.t('requests.add')}</Button>
      </div>
      <fieldset>
        <legend className="text-small text-soft">{i18n.t('requests.with')}</legend>
        {listed.map((asset) => (
          <label key={asset.id} className="flex min-h-7 items-center gap-2">
            <input type="radio" name={group} className="size-4 shrink-0 accent-[var(--accent)]" checked={chosen?.id === asset.id} onChange={() => setChosen(asset)} />
            <Foreign text={asset.title} max={160} />
          </label>
        ))}
        {listed.length === 0 && <p className="text-soft">{i18n.t('library.noneMatch')}</p>}
      </fieldset>
      <Field label={i18n.t('requests.note')}>{(ids) => <TextBox {...ids} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
      <Problem of={answer.error} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" off={!chosen || answer.isPending}>{i18n.t('requests.send', need.openIds.length)}</Button>
        <Button look="quiet" onClick={close}>{i18n.t('desk.cancel')}</Button>
      </div>
    </form>
  )
}
