import { i18n } from '#i18n'
import { promiseKind } from '@/lib/domain/promises/promise'
import { message } from '@/components/ui/message'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Card } from '../../shell/page'
import { usePlaybookEdit } from '../playbook-context'
import { Kept } from './kept'
import { PromisesForm } from './promises-form'

/** What each team promised the other, and how both keep it: as distributions, never by person. */
export function Promises() {
  const { playbook: { promises }, readOnly } = usePlaybookEdit()
  const { data, error } = useAsk('playbook.promises', {})
  return (
    <>
      <p className="text-soft">{i18n.t('playbook.promisesLead')}</p>
      {!readOnly && <PromisesForm key={JSON.stringify(promises)} />}
      <Problem of={error} />
      {promiseKind.options.map((kind) => {
        const promised = promises?.[kind]
        const kept = data?.[kind]
        if (promised && kept) return <Kept key={kind} kind={kind} promised={promised} kept={kept} />
        return <Card key={kind} title={message(`playbook.promise_${kind}`)}><p className="text-soft">{i18n.t('playbook.noPromise')}</p></Card>
      })}
    </>
  )
}
