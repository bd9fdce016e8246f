import type { DeskState } from '@/lib/bus/protocol/desk'
import { i18n } from '#i18n'
import { useAsk } from '../data/ask'
import { Problem } from '../data/problem'
import { DeskPage } from '../shell/page'
import { linkTo, useFragmentQuery } from '../shell/route'
import { Definitions } from './definitions/definitions'
import { Journey } from './journey/journey'
import { PartTabs, parts } from './part-tabs'
import { PlaybookContext, useSaving } from './playbook-context'
import { Promises } from './promises/promises'
import { Promotions } from './promotions/promotions'
import { Reasons } from './reasons/reasons'
import { Versions } from './versions/versions'

const content = { journey: Journey, definitions: Definitions, reasons: Reasons, promises: Promises, promotions: Promotions, versions: Versions }

/** What both teams agreed on. Every save is a version; a rep reads it. */
export default function PlaybookPage({ state }: { state: DeskState }) {
  const wanted = useFragmentQuery().get('part')
  const part = parts.find((each) => each === wanted) ?? 'journey'
  const { data: playbook, error, refetch } = useAsk('playbook.get', {})
  const { data: team } = useAsk('team.state', {})
  // In a hub the hub says who somebody is; without one everybody says so of themselves.
  const readOnly = (team?.member.role ?? state.settings.role) === 'rep'
  const saving = useSaving(playbook)
  const Content = content[part]
  return (
    <DeskPage title={i18n.t('desk.page_playbook')} lead={i18n.t('playbook.lead')}>
      <PartTabs current={part} />
      {readOnly && <p role="note" className="rounded-md bg-sunken px-3 py-2 text-soft">{i18n.t('playbook.readOnly')} <a className="text-accent-strong underline" href={linkTo('connections')}>{i18n.t('desk.page_connections')}</a></p>}
      <Problem of={error} retry={() => void refetch()} />
      {playbook && <PlaybookContext value={{ playbook, readOnly, ...saving }}><Content /></PlaybookContext>}
    </DeskPage>
  )
}
