import { Gauge, MailX, Megaphone, UserRound, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordView } from '@/lib/domain/view'
import { isolate } from '@/components/ui/clip'
import { Foreign } from '@/components/ui/foreign'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { Tag } from '@/components/ui/tag'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { usePlaybook } from '../data/use-playbook'

const systems: ReadonlySet<string> = new Set(['hubspot', 'salesforce', 'pardot', 'marketo'])

function systemName(system: string): string {
  return systems.has(system) ? message(`why.score_${system}`) : isolate(system, 40)
}

/** The few facts a rep looks for first. Each has its name for those who hear it and as a tooltip. */
export function Facts({ view: { person, profile } }: { view: RecordView }) {
  const playbook = usePlaybook()
  const stage = profile.stage ? labelText('stage', profile.stage, playbook?.stages) : (person.lifecycle ?? person.status)
  const owner = playbook?.stages.find(({ id }) => id === profile.stage)?.owner
  return (
    <dl className="flex flex-wrap items-center gap-x-2.5 gap-y-1 pt-1.5 text-small text-soft">
      {stage && <Fact name={i18n.t('panel.header.stage')}><Tag tone="accent"><Foreign text={stage} max={40} /></Tag></Fact>}
      {owner && <Fact name={i18n.t('panel.header.turn')}>{message(`panel.header.turn_${owner}`)}</Fact>}
      {person.score && (
        <Fact name={i18n.t('panel.header.score', [systemName(person.score.system)])} icon={Gauge}>
          <span className="font-medium text-ink tabular-nums">{numberText(person.score.value)}</span>
          {person.grade && <> <Foreign text={person.grade} max={6} /></>}
        </Fact>
      )}
      {person.source && <Fact name={i18n.t('panel.header.source')} icon={Megaphone}><Foreign text={person.source} max={40} /></Fact>}
      {person.ownerName && <Fact name={i18n.t('panel.header.owner')} icon={UserRound}><Foreign text={person.ownerName} max={40} /></Fact>}
      {person.optedOut && <Fact name={i18n.t('panel.header.mail')}><Tag tone="bad"><MailX aria-hidden size={12} />{i18n.t('panel.header.optedOut')}</Tag></Fact>}
    </dl>
  )
}

function Fact({ name, icon: Icon, children }: { name: string; icon?: LucideIcon; children: ReactNode }) {
  return (
    <div title={name} className="flex max-w-full min-w-0 items-center gap-1">
      <dt className="sr-only">{name}</dt>
      {Icon && <Icon aria-hidden size={12} className="shrink-0 text-faint" />}
      <dd className="min-w-0 truncate">{children}</dd>
    </div>
  )
}
