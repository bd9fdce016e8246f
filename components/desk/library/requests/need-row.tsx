import { useState } from 'react'
import { Check } from 'lucide-react'
import type { Need } from '@/lib/domain/need'
import type { Playbook } from '@/lib/domain/playbook'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { useMayPublish } from '../../data/use-team-role'
import { libraryLink } from '../library-tabs'
import { AnswerForm } from './answer-form'
import { ForLeads } from './for-leads'
import { SingleRequests } from './single-requests'

/** One need: how often it was asked for and since when, what answered it, and the way to answer it. */
export function NeedRow({ need, playbook }: { need: Need; playbook: Playbook | undefined }) {
  const now = useNow()
  const { data: assets } = useAsk('library.list', {})
  const mayPublish = useMayPublish()
  const [open, setOpen] = useState<'requests' | 'answer'>()
  const { first, last, count, openIds, answers } = need
  const toggle = (part: 'requests' | 'answer') => setOpen(open === part ? undefined : part)
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="flex flex-wrap items-center gap-1.5"><Foreign text={need.query} max={200} className="font-medium" /> <ForLeads stage={need.stage} industry={need.industry} playbook={playbook} /></p>
          <p className="text-small text-soft">
            {i18n.t('requests.count', count)}
            <span aria-hidden> · </span>
            {count === 1 ? dayText(last, now) : i18n.t('requests.between', [dayText(first, now), dayText(last, now)])}
          </p>
          {answers.map(({ id, assetId, at }) => (
            <p key={id} className="flex items-center gap-1 text-small text-good">
              <Check aria-hidden size={14} className="shrink-0" />
              <span>{i18n.t('requests.answered', [dayText(at, now)])} <a className="underline" href={libraryLink('asset', { id: assetId })}><Foreign text={assets?.find((asset) => asset.id === assetId)?.title ?? assetId} max={120} /></a></span>
            </p>
          ))}
        </div>
        <div className="flex flex-wrap gap-1.5">
          <Button look="quiet" aria-expanded={open === 'requests'} onClick={() => toggle('requests')}>{i18n.t('requests.show')}</Button>
          {mayPublish && openIds.length > 0 && <Button aria-expanded={open === 'answer'} onClick={() => toggle('answer')}>{i18n.t('requests.answer')}</Button>}
        </div>
      </div>
      {open === 'requests' && <SingleRequests ids={need.ids} />}
      {open === 'answer' && <AnswerForm need={need} close={() => setOpen(undefined)} />}
    </li>
  )
}
