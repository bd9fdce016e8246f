import { useState } from 'react'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Card } from '../../shell/page'
import { ShowMore } from '../show-more'

/** So many fit on a page with everything else. */
const shownAtFirst = 5

/** Findings about this campaign, or about any, that are not measured yet. */
export function OpenFindings({ campaign }: { campaign: string }) {
  const { data: findings, error, refetch } = useAsk('finding.list', {})
  const [all, setAll] = useState(false)
  const open = (findings ?? []).filter(({ state, concerns }) => state !== 'measured' && (campaign === '' || concerns.campaign === undefined || concerns.campaign === campaign))
  return (
    <Card title={i18n.t('overview.openFindings')}>
      <Problem of={error} retry={() => void refetch()} />
      {findings && !error && open.length === 0 && <p className="text-soft">{i18n.t('overview.noFindings')}</p>}
      <ul className="flex flex-col gap-1">
        {(all ? open : open.slice(0, shownAtFirst)).map(({ id, sentence, owner, state, change }) => (
          <li key={id} className="print:line-clamp-2"><Foreign text={sentence} max={300} /> <span className="text-soft">· {message(`finding.state_${state}`)}{owner && <> · <Foreign text={owner} max={60} /></>}{change && <> · <Foreign text={change} max={200} /></>}</span></li>
        ))}
      </ul>
      {open.length > shownAtFirst && !all && <ShowMore count={open.length - shownAtFirst} onShow={() => setAll(true)} />}
    </Card>
  )
}
