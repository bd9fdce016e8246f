import { CircleCheck } from 'lucide-react'
import type { Connection } from '@/lib/domain/connection'
import { Button } from '@/components/ui/button'
import { crmName } from '@/components/ui/crm-name'
import { Foreign } from '@/components/ui/foreign'
import { i18n } from '#i18n'
import { useDesk } from '../desk-context'
import { goTo } from '../shell/route'

/** Connected: the last step is outside, on any lead. */
export function Ready({ connections }: { connections: readonly Connection[] }) {
  const { door } = useDesk()
  return (
    <>
      <header className="flex items-start gap-3">
        <CircleCheck aria-hidden className="mt-1 text-good" />
        <div>
          <h1 className="text-title font-semibold">{i18n.t('setUp.readyTitle')}</h1>
          <p className="pt-1 text-soft">{i18n.t('setUp.ready')}</p>
        </div>
      </header>
      <ul className="flex flex-col gap-2">
        {connections.map((connection) => (
          <li key={connection.crm + connection.org} className="flex flex-wrap items-center justify-between gap-2 rounded-lg border border-line bg-paper p-3">
            <span>{crmName(connection.crm)} · <Foreign text={connection.org} />{connection.actingAs && <> · <Foreign text={connection.actingAs.name} /></>}</span>
            <Button look="primary" onClick={() => door.open(leadsPage(connection))}>{i18n.t('setUp.openLead')}</Button>
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={() => goTo('home')}>{i18n.t('setUp.toDesk')}</Button>
    </>
  )
}

/** Where a rep finds leads in that CRM. */
export function leadsPage({ crm, org }: Pick<Connection, 'crm' | 'org'>): string {
  return crm === 'salesforce' ? `https://${org}/lightning/o/Lead/list` : `https://app.hubspot.com/contacts/${org}/objects/0-1/views/all/list`
}
