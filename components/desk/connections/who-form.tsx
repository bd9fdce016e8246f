import { useState } from 'react'
import type { Actor } from '@/lib/domain/person'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Choice, Field } from '../shell/field'

/** A key does not say who uses it: the rep says so once, from the portal's people. */
export function WhoForm({ org, owners }: { org: string; owners: readonly Actor[] }) {
  const [owner, setOwner] = useState('')
  const iam = useTell('hubspot.iam', 'desk.state')
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); if (owner) iam.mutate({ org, ownerId: owner }) }}>
      <Field label={i18n.t('connect.who')} hint={i18n.t('connect.whoHint')}>
        {(ids) => (
          <Choice {...ids} value={owner} onChange={(event) => setOwner(event.target.value)}>
            <option value="">{i18n.t('connect.choose')}</option>
            {owners.map((person) => <option key={person.id} value={person.id}>{person.email ? `${person.name} (${person.email})` : person.name}</option>)}
          </Choice>
        )}
      </Field>
      <Problem of={iam.error} />
      <Button type="submit" look="primary" className="self-start" off={!owner || iam.isPending}>{i18n.t('connect.iam')}</Button>
    </form>
  )
}

/** The same for a connection whose question was left open: until it is answered nothing can be judged or sent there. */
export function WhoIsMissing({ org }: { org: string }) {
  const { data: owners, error, refetch } = useAsk('hubspot.owners', { org })
  return (
    <div className="flex flex-col gap-2 rounded-md bg-warn-soft p-3">
      <p className="font-medium">{i18n.t('connect.whoTitle')}</p>
      <Problem of={error} retry={() => void refetch()} />
      {owners && <WhoForm org={org} owners={owners} />}
    </div>
  )
}
