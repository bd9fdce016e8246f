import { useState } from 'react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { ErrorNote } from '@/components/ui/error-note'
import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { whenText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { useDesk } from '../desk-context'
import { Field, TextBox } from '../shell/field'

/** One shared file at an address: everybody who follows it has the same library, with no server. */
export function FollowCard({ state }: { state: DeskState }) {
  const { door } = useDesk()
  const now = useNow()
  const feed = state.library.feed
  const follow = useTell('library.follow', 'desk.state')
  const refresh = useTell('library.refresh', 'desk.state', 'library.list')
  const [address, setAddress] = useState('')
  const safe = safeAssetUrl(address)
  const start = async () => {
    if (!safe || !(await door.askHosts([`${new URL(safe).origin}/*`]))) return
    follow.mutate({ address: safe }, { onSuccess: () => refresh.mutate({}) })
  }
  return (
    <Disclosure title={feed ? i18n.t('follow.following') : i18n.t('follow.title')}>
      <div className="flex flex-col items-start gap-3 rounded-lg border border-line p-3">
        <p className="text-soft">{i18n.t('follow.text')}</p>
        {feed
          ? <>
              <p><Foreign text={feed.address} max={200} /> · {feed.at === undefined ? i18n.t('follow.never') : i18n.t('follow.read', [whenText(feed.at, now)])}</p>
              {feed.error && <ErrorNote error={feed.error} service={i18n.t('follow.service')} />}
              <div className="flex gap-2">
                <Button off={refresh.isPending} onClick={() => refresh.mutate({})}>{i18n.t('follow.refresh')}</Button>
                <Button look="quiet" off={feed.locked} onClick={() => follow.mutate({ address: null })}>{feed.locked ? i18n.t('desk.lockedByAdmin') : i18n.t('follow.stop')}</Button>
              </div>
            </>
          : <form noValidate className="flex w-full max-w-xl flex-col items-start gap-2" onSubmit={(event) => { event.preventDefault(); void start() }}>
              <Field label={i18n.t('follow.address')} error={address && !safe ? i18n.t('assetForm.urlWrong') : undefined}>{(ids) => <TextBox {...ids} type="url" value={address} onChange={(event) => setAddress(event.target.value)} />}</Field>
              <Button type="submit" off={!safe || follow.isPending}>{i18n.t('follow.start')}</Button>
            </form>}
        <Problem of={follow.error ?? refresh.error} />
        <span role="status">{refresh.data ? i18n.t('follow.changed', refresh.data.changed) : ''}</span>
      </div>
    </Disclosure>
  )
}
