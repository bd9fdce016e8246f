import { useState } from 'react'
import { labelText } from '@/components/ui/label'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { DeskPage } from '../../shell/page'
import { useFragmentQuery } from '../../shell/route'
import { libraryLink } from '../library-tabs'
import { isWanted, wantedOf } from './wanted'
import { Misses } from './misses'
import { NeedRow } from './need-row'

const shownAtFirst = 50

/** What reps asked for, merged; what they searched for in vain stands beside it. */
export default function RequestsPage() {
  const { data, error, refetch } = useAsk('requests.list', {})
  const { data: playbook } = useAsk('playbook.get', {})
  const wanted = wantedOf(useFragmentQuery())
  const [shown, setShown] = useState(shownAtFirst)
  const needs = data?.needs.filter((need) => isWanted(need, wanted)) ?? []
  const names = [
    wanted.stage && labelText('stage', wanted.stage, playbook?.stages), wanted.persona && labelText('persona', wanted.persona, playbook?.personas),
    wanted.industry && labelText('industry', wanted.industry, playbook?.industries),
  ].filter((name) => name !== undefined && name !== '')
  return (
    <DeskPage title={i18n.t('library.tab_requests')} lead={i18n.t('requests.lead')}>
      <Problem of={error} retry={() => void refetch()} />
      {names.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-soft">
          {i18n.t('requests.only')} {names.map((name) => <Tag key={name} tone="accent">{name}</Tag>)}
          <a className="text-accent-strong underline" href={libraryLink('requests')}>{i18n.t('requests.all')}</a>
        </p>
      )}
      {data && needs.length === 0 && <p className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">{i18n.t('requests.empty')}</p>}
      {needs.length > 0 && (
        <ul aria-label={i18n.t('library.tab_requests')} className="divide-y divide-line rounded-lg border border-line">
          {needs.slice(0, shown).map((need) => <NeedRow key={need.key} need={need} playbook={playbook} />)}
        </ul>
      )}
      {needs.length > shown && <Button className="self-start" onClick={() => setShown(shown + shownAtFirst)}>{i18n.t('today.more', [String(needs.length - shown)])}</Button>}
      {data && data.misses.length > 0 && names.length === 0 && <Misses misses={data.misses} playbook={playbook} />}
    </DeskPage>
  )
}
