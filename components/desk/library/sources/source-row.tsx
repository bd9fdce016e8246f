import { useState } from 'react'
import { Pause, Play, RefreshCw, SlidersHorizontal, Trash2 } from 'lucide-react'
import type { ErrorAction } from '@/lib/domain/errors'
import type { SourceView } from '@/lib/domain/source-preview'
import { labelKey } from '@/lib/domain/sentence'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { message } from '@/components/ui/message'
import { Tag } from '@/components/ui/tag'
import { i18n } from '#i18n'
import { useTellAloud } from '../../data/ask'
import { useDesk } from '../../desk-context'
import { goTo } from '../../shell/route'
import { EditSource } from './edit-source'
import { hostsOf, nameOf } from './host-of'
import { ReadingProgress } from './reading-progress'
import { SourceNote } from './source-problem'

/** One followed source: state, last reading, items, what is wrong with the one thing that helps. */
export function SourceRow({ source }: { source: SourceView }) {
  const { door } = useDesk()
  const refresh = useTellAloud('source.refresh', 'source.list', 'library.list')
  const change = useTellAloud('source.change', 'source.list')
  const [open, setOpen] = useState<'edit' | 'part'>()
  const toggle = (what: 'edit' | 'part') => setOpen(open === what ? undefined : what)
  const name = nameOf(source)
  const act = async (action: ErrorAction) => {
    if (action === 'sign-in' || action === 'connect') goTo('connections')
    else if (action !== 'grant-access' || await door.askHosts(hostsOf(source.kind, source.address))) refresh.mutate({ id: source.id })
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 lg:grid-cols-[minmax(0,1fr)_9rem_6rem_7rem_8rem] lg:items-start">
        <div className="col-span-2 min-w-0 lg:col-span-1">
          <p className="truncate font-medium"><Foreign text={name} max={140} /></p>
          <p className="truncate text-small text-soft">{message(labelKey('sources', `kind_${source.kind}`))} · <Foreign text={source.address} max={200} /></p>
        </div>
        <div className="flex flex-wrap items-center gap-x-3 text-small text-soft lg:contents">
          <p><State source={source} busy={refresh.isPending} /></p>
          <p>{i18n.t('library.shown', source.assets)}</p>
          <p>{source.readAt === undefined ? i18n.t('sources.never') : <Ago at={source.readAt} />}</p>
        </div>
        <div className="flex justify-end gap-1 lg:-mt-1">
          <IconButton icon={RefreshCw} label={i18n.t('sources.refresh', [name])} spin={refresh.isPending} onClick={() => refresh.mutate({ id: source.id })} />
          {!source.locked && (
            <>
              <IconButton icon={SlidersHorizontal} label={i18n.t('sources.edit', [name])} onClick={() => toggle('edit')} />
              <IconButton icon={source.paused ? Play : Pause} label={i18n.t(source.paused ? 'sources.resume' : 'sources.pause', [name])} onClick={() => change.mutate({ id: source.id, paused: !source.paused })} />
              <IconButton icon={Trash2} label={i18n.t('sources.remove', [name])} onClick={() => toggle('part')} />
            </>
          )}
        </div>
      </div>
      {source.locked && <p className="text-small text-faint">{i18n.t('desk.lockedByAdmin')}</p>}
      <Counts source={source} />
      {source.setAside && <SetAside what={source.setAside} />}
      <ReadingProgress source={source} busy={refresh.isPending} />
      {source.error && !refresh.isPending && <SourceNote error={source.error} name={name} act={(action) => void act(action)} />}
      {open === 'edit' && <EditSource source={source} name={name} onDone={() => setOpen(undefined)} />}
      {open === 'part' && <Parting source={source} name={name} onDone={() => setOpen(undefined)} />}
    </div>
  )
}

function State({ source, busy }: { source: SourceView; busy: boolean }) {
  const state = busy ? 'reading' : source.paused ? 'paused' : source.error ? 'failed' : source.readAt === undefined ? 'new' : source.counts?.waiting ? 'partly' : 'fine'
  return <Tag tone={state === 'fine' ? 'good' : state === 'failed' ? 'warn' : 'calm'}>{message(`sources.state_${state}`)}</Tag>
}

function Counts({ source: { counts } }: { source: SourceView }) {
  if (!counts) return null
  return (
    <p className="text-small text-soft">
      {i18n.t('sources.changes', [String(counts.added), String(counts.changed), String(counts.gone)])}
      {counts.problems > 0 && <> · {i18n.t('sources.problems', counts.problems)}</>}
    </p>
  )
}

/** What a reading brought and could not be taken, each with why; all else of it was. */
function SetAside({ what }: { what: NonNullable<SourceView['setAside']> }) {
  return (
    <div className="rounded-md bg-warn-soft px-2 py-1 text-small">
      <p className="font-medium">{i18n.t('sources.setAside', what.length)}</p>
      <ul>
        {what.map(({ what: kind, name, kind: why }, index) => (
          <li key={index}>{message(`sources.setAside_${kind}`)}{name && <> “<Foreign text={name} max={140} />”</>}: {message(`sources.setAside_${why === 'conflict' ? 'conflict' : 'invalid'}`)}</li>
        ))}
      </ul>
    </div>
  )
}

/** What becomes of the assets is asked before a source goes. */
function Parting({ source, name, onDone }: { source: SourceView; name: string; onDone: () => void }) {
  const remove = useTellAloud('source.remove', 'source.list', 'library.list')
  const part = (assets: 'keep' | 'archive') => remove.mutate({ id: source.id, assets }, { onSuccess: onDone })
  return (
    <div role="group" aria-label={i18n.t('sources.removeTitle', [name])} className="flex flex-wrap items-center gap-2 rounded-md bg-raised p-2">
      <p className="flex-1 basis-48">{i18n.t('sources.removeTitle', [name])}</p>
      <Button onClick={() => part('keep')}>{i18n.t('sources.removeKeep')}</Button>
      <Button onClick={() => part('archive')}>{i18n.t('sources.removeArchive')}</Button>
      <Button look="quiet" onClick={onDone}>{i18n.t('desk.cancel')}</Button>
    </div>
  )
}
