import { useMemo, useState } from 'react'
import { careList, careTopics } from '@/lib/domain/care'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Choice } from '../../shell/field'
import { DeskPage } from '../../shell/page'
import { libraryLink } from '../library-tabs'
import { CareTopic } from './care-topic'
import { CheckLinks } from './check-links'

const hour = 3_600_000

/** What in the repository needs somebody, the most urgent first; an owner can look at their own. */
export default function CarePage() {
  const now = Math.floor(useNow() / hour) * hour
  const assets = useAsk('library.list', {})
  const figures = useAsk('library.figures', {})
  const links = useAsk('links.state', {})
  const [owner, setOwner] = useState('')
  const owners = useMemo(() => [...new Set((assets.data ?? []).flatMap((asset) => asset.owner ?? []))].sort(), [assets.data])
  const list = useMemo(() => (
    assets.data && figures.data && careList({ assets: assets.data, figures: figures.data, links: links.data?.states ?? {}, now })
  ), [assets.data, figures.data, links.data, now])
  const shown = careTopics.map((topic) => ({ topic, entries: (list?.get(topic) ?? []).filter(({ asset }) => owner === '' || asset.owner === owner) }))
  const nothing = list && shown.every(({ entries }) => entries.length === 0)
  return (
    <DeskPage
      title={i18n.t('library.tab_care')}
      lead={i18n.t('care.lead')}
      actions={owners.length > 1 && (
        <Choice aria-label={i18n.t('care.owner')} value={owner} onChange={(event) => setOwner(event.target.value)}>
          <option value="">{i18n.t('care.allOwners')}</option>
          {owners.map((name) => <option key={name} value={name}>{name}</option>)}
        </Choice>
      )}
    >
      <Problem of={assets.error ?? figures.error ?? links.error} retry={() => void Promise.all([assets.refetch(), figures.refetch(), links.refetch()])} />
      {links.data && <CheckLinks hosts={links.data.hosts} />}
      {!list && !assets.error && !figures.error && <div aria-busy="true" />}
      {assets.data?.length === 0 && (
        <div className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">
          <p>{i18n.t('library.emptyTitle')}. {i18n.t('library.empty')}</p>
          <p className="pt-2"><a className="text-accent-strong underline" href={libraryLink('assets')}>{i18n.t('library.tab_assets')}</a> · <a className="text-accent-strong underline" href={libraryLink('sources')}>{i18n.t('library.tab_sources')}</a></p>
        </div>
      )}
      {nothing && assets.data && assets.data.length > 0 && <p className="rounded-lg border border-dashed border-edge p-8 text-center text-soft">{i18n.t('care.nothing')}</p>}
      {list && figures.data && shown.map(({ topic, entries }) => entries.length > 0 && <CareTopic key={topic} topic={topic} entries={entries} figures={figures.data} />)}
    </DeskPage>
  )
}
