import { Pencil } from 'lucide-react'
import { askOf } from '@/lib/domain/definitions/evaluate'
import { isRunning, lastMoment, type Promotion } from '@/lib/domain/promotion'
import { say } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { Said } from '@/components/ui/said'
import { Tag } from '@/components/ui/tag'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Card } from '../../shell/page'
import { usePlaybookEdit } from '../playbook-context'

/** A promotion as reps will read it, and whom it is for. */
export function PromotionEntry({ promotion, edit }: { promotion: Promotion; edit: (() => void) | undefined }) {
  const { playbook } = usePlaybookEdit()
  const { data: assets } = useAsk('library.list', {}, promotion.assetIds.length > 0)
  const now = useNow()
  const { label, offer, terms, from, until, audience, assetIds } = promotion
  const titles = assetIds.map((id) => assets?.find((asset) => asset.id === id)?.title ?? id)
  const name = label || (titles[0] ?? promotion.id)
  const running = isRunning(promotion, now)
  return (
    <Card
      title={<span className="flex flex-wrap items-center gap-2"><Foreign text={name} max={120} /><Tag tone={running ? 'good' : 'calm'}>{i18n.t(running ? 'playbook.running' : from !== undefined && from > now ? 'playbook.toCome' : 'playbook.over')}</Tag></span>}
      aside={edit && <Button onClick={edit} aria-label={i18n.t('playbook.editNamed', [name])}><Pencil aria-hidden size={14} />{i18n.t('playbook.edit')}</Button>}
    >
      <dl className="grid gap-x-4 sm:grid-cols-[10rem_1fr] sm:gap-y-1.5">
        {offer && <Line name={i18n.t('playbook.offerText')}><Foreign text={offer} max={1000} /></Line>}
        {terms && <Line name={i18n.t('playbook.terms')}><Foreign text={terms} max={1000} /></Line>}
        <Line name={i18n.t('playbook.dates')}><Dates from={from} until={until} /></Line>
        <Line name={i18n.t('playbook.audience')}>
          {audience.length === 0 ? i18n.t('playbook.everybody') : <ul>{audience.map((clause) => <li key={clause.id}><Said sentence={askOf(clause, playbook)} /></li>)}</ul>}
        </Line>
        {titles.length > 0 && <Line name={i18n.t('playbook.assets')}><Foreign text={titles.join(' · ')} max={400} /></Line>}
        {promotion.say && <Line name={i18n.t('promotion.say')}><Foreign text={promotion.say} max={1000} /></Line>}
        {promotion.avoid && <Line name={i18n.t('promotion.avoid')}><Foreign text={promotion.avoid} max={1000} /></Line>}
      </dl>
    </Card>
  )
}

function Dates({ from, until }: Pick<Promotion, 'from' | 'until'>) {
  const last = lastMoment({ until })
  if (last === undefined) return <>{from !== undefined && <Said sentence={say('playbook.from', { date: from })} />} {i18n.t('playbook.noEnd')}</>
  return <Said sentence={from === undefined ? say('promotion.until', { date: last }) : say('playbook.fromUntil', { date: from }, { date: last })} />
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-small text-soft not-first:max-sm:pt-2">{name}</dt>
      <dd className="min-w-0 whitespace-pre-line">{children}</dd>
    </>
  )
}
