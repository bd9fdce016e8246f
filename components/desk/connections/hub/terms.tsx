import { useState } from 'react'
import type { HubTerms } from '@/lib/domain/hub'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Choice, Field, TextArea, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'

const modes = ['off', 'aggregate', 'person'] as const

/** What holds for everybody in the hub: its name, what links tell, how long things are kept and links say whose they are. For owners. */
export function Terms({ localhost }: { localhost: boolean }) {
  const { data, error } = useAsk('team.terms', {})
  if (!data) return <Problem of={error} service={i18n.t('team.theHub')} />
  return <TermsForm key={JSON.stringify(data)} terms={data} localhost={localhost} />
}

function TermsForm({ terms, localhost }: { terms: HubTerms; localhost: boolean }) {
  const [name, setName] = useState(terms.name)
  const [links, setLinks] = useState(terms.links)
  const [ground, setGround] = useState(terms.legalGround ?? '')
  const [days, setDays] = useState(String(terms.retentionDays ?? ''))
  const [linkDays, setLinkDays] = useState(String(terms.linkDays ?? ''))
  const save = useTell('team.set-terms', 'team.terms', 'team.state', 'team.acts')
  const needsGround = links === 'person' && ground.trim().length < 3
  const ready = name.trim() !== '' && !needsGround && !isWrong(days) && !isWrong(linkDays)
  const submit = () => ready && save.mutate({
    name: name.trim(), links, ...(ground.trim() ? { legalGround: ground.trim() } : {}), ...(days ? { retentionDays: Number(days) } : {}), ...(linkDays ? { linkDays: Number(linkDays) } : terms.linkDays ? { linkDays: null } : {}),
  })
  return (
    <Card title={i18n.t('team.terms')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit() }}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={i18n.t('team.hubName')}>{(ids) => <TextBox {...ids} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
          <Field label={i18n.t('team.linksMode')} hint={localhost ? i18n.t('team.links_localhost') : message(`team.mode_${links}Hint`)}>
            {(ids) => <Choice {...ids} value={links} onChange={(event) => setLinks(event.target.value as HubTerms['links'])}>{modes.map((mode) => <option key={mode} value={mode}>{message(`team.mode_${mode}`)}</option>)}</Choice>}
          </Field>
          <Field label={i18n.t('team.retention')} error={isWrong(days) ? i18n.t('team.retentionWrong') : undefined} hint={i18n.t('team.retentionHint')}>{(ids) => <TextBox {...ids} inputMode="numeric" value={days} onChange={(event) => setDays(event.target.value)} />}</Field>
          <Field label={i18n.t('team.linkDays')} error={isWrong(linkDays) ? i18n.t('team.retentionWrong') : undefined} hint={i18n.t('team.linkDaysHint')}>{(ids) => <TextBox {...ids} inputMode="numeric" value={linkDays} onChange={(event) => setLinkDays(event.target.value)} />}</Field>
        </div>
        {links === 'person' && (
          <Field label={i18n.t('team.ground')} hint={i18n.t('team.groundHint')} error={needsGround ? i18n.t('team.groundMissing') : undefined}>{(ids) => <TextArea {...ids} rows={2} value={ground} onChange={(event) => setGround(event.target.value)} />}</Field>
        )}
        <Problem of={save.error} service={i18n.t('team.theHub')} />
        <Button type="submit" className="self-start" off={!ready || save.isPending}>{i18n.t('desk.save')}</Button>
      </form>
    </Card>
  )
}

function isWrong(days: string): boolean {
  return days !== '' && !(Number.isInteger(Number(days)) && Number(days) >= 30 && Number(days) <= 3650)
}
