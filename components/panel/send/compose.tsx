import type { Asset } from '@/lib/domain/asset'
import type { PreparedSend } from '@/lib/domain/send-view'
import { labelKey } from '@/lib/domain/sentence'
import { AssetIcon } from '@/components/ui/asset-icon'
import { Field } from '@/components/ui/field'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { locale } from '@/components/ui/locale'
import { i18n } from '#i18n'
import { useScreen, useScreenStore } from '../data/screen-store'
import { useCrmName } from '../data/use-crm-name'
import { Star } from '../search/star'
import { Trouble } from '../states/trouble'
import { openFields } from './channels'
import { PageFrame } from './page-frame'
import { Against, BestWay, OtherWays } from './ways'
import { useSend, type SendResult } from './use-send'

interface ComposeProps { asset: Asset; prepared: PreparedSend; opened: (result: SendResult) => void }

/** Recipient, asset and text, and the ways to send them. */
export function Compose({ asset, prepared, opened }: ComposeProps) {
  const screen = useScreenStore()
  const crm = useCrmName()
  const draft = useScreen((state) => (state.draft?.assetId === asset.id ? state.draft : undefined))
  const subject = draft?.subject ?? prepared.subject
  const body = draft?.body ?? prepared.body
  const edit = (change: { subject?: string; body?: string }) => screen.setState({ draft: { assetId: asset.id, subject, body, ...change } })
  const send = useSend({ assetId: asset.id, subject, body }, (result) => {
    screen.setState({ draft: undefined })
    opened(result)
  })
  const open = openFields(prepared.missing, subject, body)
  const names = new Intl.ListFormat(locale(), { type: 'conjunction' }).format(open.map((field) => message(`send.field.${field}`)))
  const ways = { prepared, act: send, blocked: open.length > 0 }
  return (
    <PageFrame title={i18n.t('send.title')} aside={<Star asset={asset} />} footer={<BestWay {...ways} />}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-1 pb-2">
        <dt className="text-soft">{i18n.t('send.to')}</dt>
        <dd className="min-w-0">
          <Foreign text={prepared.toName} max={80} className="font-medium" />
          {prepared.to && <> <Foreign text={prepared.to} max={120} className="text-soft" /></>}
        </dd>
        <dt className="text-soft">{i18n.t('send.asset')}</dt>
        <dd className="flex min-w-0 items-start gap-1.5">
          <span className="pt-0.5" title={message(labelKey('asset', asset.kind))}><AssetIcon kind={asset.kind} /></span>
          <Foreign text={asset.title} max={160} className="min-w-0 font-medium" />
        </dd>
      </dl>
      <Against prepared={prepared} />
      {open.length > 0 && <p role="status" className="mb-2 rounded-md bg-warn-soft px-2 py-1 text-ink">{i18n.t('send.missing', [names])}</p>}
      <div className="space-y-2">
        <Field label={i18n.t('send.subject')} value={subject} maxLength={2000} onChange={(value) => edit({ subject: value })} />
        <Field label={i18n.t('send.body')} value={body} rows={7} maxLength={40_000} onChange={(value) => edit({ body: value })} />
        {prepared.tracked && prepared.link && body.includes(prepared.link) && <p className="text-small text-soft">{i18n.t('send.tracked')}</p>}
        <OtherWays {...ways} />
      </div>
      {send.error && <Trouble error={send.error} again={send.clearError} service={crm} />}
    </PageFrame>
  )
}
