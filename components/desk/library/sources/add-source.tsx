import { useState } from 'react'
import type { Connection } from '@/lib/domain/connection'
import { toErrorInfo } from '@/lib/domain/errors'
import type { FoundSource } from '@/lib/domain/source-ports'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'
import { useDesk } from '../../desk-context'
import { Field, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'
import { FoundList } from './found-list'
import { hostsOf } from './host-of'
import { PreviewSource } from './preview-source'
import { SourceProblem } from './source-problem'

/** An address, or a connected CRM → what is there → what it would bring → following. */
export function AddSource({ connections, onDone }: { connections: readonly Connection[]; onDone: () => void }) {
  const { door } = useDesk()
  const probe = useTell('source.probe')
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string>()
  const [chosen, setChosen] = useState<FoundSource>()
  const address = safeAssetUrl(/^[\w-]+(?:\.[\w-]+)+/.test(typed) ? `https://${typed}` : typed)

  /** The browser asks while the click is alive: nothing is awaited before. */
  const withAccess = async (found: { kind?: FoundSource['kind']; address: string }, then: () => void) => {
    const hosts = hostsOf(found.kind, found.address)
    const granted = hosts.length === 0 || await door.askHosts(hosts)
    setRefused(granted ? undefined : new URL(found.address).host)
    if (granted) then()
  }
  const look = () => address && withAccess({ address }, () => probe.mutate({ address }, { onSuccess: ([only, ...more]) => { if (only && more.length === 0) setChosen(only) } }))

  return (
    <Card title={i18n.t('sources.add')} aside={<Button look="quiet" onClick={onDone}>{i18n.t('desk.cancel')}</Button>}>
      {chosen
        ? <PreviewSource found={chosen} onBack={() => { setChosen(undefined); probe.reset() }} onDone={onDone} />
        : <div className="flex flex-col items-start gap-4">
            <form noValidate className="flex w-full max-w-xl flex-col items-start gap-2" onSubmit={(event) => { event.preventDefault(); void look() }}>
              <Field label={i18n.t('sources.address')} hint={i18n.t('sources.addressHint')} error={typed && !address ? i18n.t('assetForm.urlWrong') : undefined}>
                {(ids) => <TextBox {...ids} type="url" value={typed} onChange={(event) => setTyped(event.target.value.trim())} />}
              </Field>
              <Button look="primary" type="submit" off={!address || probe.isPending}>{probe.isPending ? i18n.t('sources.looking') : i18n.t('sources.look')}</Button>
            </form>
            {refused && <p role="alert" className="text-warn">{i18n.t('sources.refused', [refused])}</p>}
            {isNothing(probe.error) ? <p role="alert">{i18n.t('sources.nothing')}</p> : <SourceProblem of={probe.error} />}
            {probe.data && probe.data.length > 1 && <FoundList title={i18n.t('sources.found')} found={probe.data} onChoose={(found) => void withAccess(found, () => setChosen(found))} />}
            <FoundList title={i18n.t('sources.fromCrm')} found={ofCrms(connections)} onChoose={setChosen} />
          </div>}
    </Card>
  )
}

/** The address answers, but there is nothing to follow: no failure, another address helps. */
function isNothing(error: Error | null): boolean {
  const info = error && toErrorInfo(error)
  return info?.kind === 'not-found' && info.detail === 'feed'
}

function ofCrms(connections: readonly Connection[]): FoundSource[] {
  return connections.filter(({ state }) => state === 'connected').map(({ crm, org }) => ({ kind: crm === 'salesforce' ? 'salesforce-files' : 'hubspot-cms', address: `${crm}:${org}`, title: org }))
}
