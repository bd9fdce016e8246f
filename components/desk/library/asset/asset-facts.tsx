import { Fragment, type ReactNode } from 'react'
import type { Asset } from '@/lib/domain/asset'
import { canonicalUrl } from '@/lib/domain/content-url'
import { Foreign } from '@/components/ui/foreign'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Card } from '../../shell/page'

/** For whom it is, who keeps it, and whether its link answers. */
export function AssetFacts({ asset }: { asset: Asset }) {
  const now = useNow()
  const { data: playbook } = useAsk('playbook.get', {})
  const { data: links } = useAsk('links.state', {})
  const { url, owner, verifiedAt, expires, status } = asset
  const link = url === undefined ? undefined : links?.states[canonicalUrl(url) ?? '']
  const named = (family: 'stage' | 'persona' | 'industry', ids: readonly string[], entries: readonly { id: string; label?: string | undefined }[] | undefined) => (
    ids.length === 0 ? i18n.t('assetPage.all') : ids.map((id) => labelText(family, id, entries)).join(', ')
  )
  const facts: [string, ReactNode][] = [
    [i18n.t('library.status'), message(`library.status_${status}`)],
    [i18n.t('library.stage'), named('stage', asset.stages, playbook?.stages)],
    [i18n.t('library.persona'), named('persona', asset.personas, playbook?.personas)],
    [i18n.t('library.industry'), named('industry', asset.industries, playbook?.industries)],
    [i18n.t('library.column_verified'), verifiedAt === undefined ? i18n.t('library.never') : dayText(verifiedAt, now)],
    ...(expires === undefined ? [] : [[i18n.t('assetForm.expires'), dayText(expires, now)] satisfies [string, ReactNode]]),
    ...(owner ? [[i18n.t('assetForm.owner'), <Foreign key="owner" text={owner} max={120} />] satisfies [string, ReactNode]] : []),
    ...(url ? [[i18n.t('assetForm.url'), <Foreign key="url" text={url} max={200} className="[overflow-wrap:anywhere]" />] satisfies [string, ReactNode]] : []),
    ...(link ? [[i18n.t('assetPage.link'), message(`assetPage.link_${link.state}`, [dayText(link.at, now)])] satisfies [string, ReactNode]] : []),
  ]
  return (
    <Card title={i18n.t('assetPage.facts')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => <Fragment key={name}><dt className="text-soft">{name}</dt><dd className="min-w-0">{value}</dd></Fragment>)}
      </dl>
    </Card>
  )
}
