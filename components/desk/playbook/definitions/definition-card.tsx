import { Pencil } from 'lucide-react'
import type { ClausePrediction } from '@/lib/bus/protocol/playbook'
import type { Definition } from '@/lib/domain/definitions/definition'
import { askOf } from '@/lib/domain/definitions/evaluate'
import { say } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { Card } from '../../shell/page'
import { usePlaybookEdit } from '../playbook-context'
import { AcceptedWhere, DifferenceText } from './prediction-text'

interface DefinitionCardProps { definition: Definition; predictions: readonly ClausePrediction[]; edit: (() => void) | undefined }

/** A definition clause by clause, each with what verdicts say of it. */
export function DefinitionCard({ definition: { id, label, version, at, agreedWith, clauses }, predictions, edit }: DefinitionCardProps) {
  const { playbook } = usePlaybookEdit()
  const titled = (name: string) => <th scope="col" className="py-1 pe-3 text-start font-medium">{name}</th>
  return (
    <Card title={<Foreign text={`${label} v${version}`} max={80} />} aside={edit && <Button onClick={edit} aria-label={i18n.t('playbook.editNamed', [label])}><Pencil aria-hidden size={14} />{i18n.t('playbook.edit')}</Button>}>
      <p className="pb-2 text-soft">
        <Said sentence={say('definition.since', { date: at })} />
        {agreedWith && <> · {i18n.t('definition.agreedWith')} <Foreign text={agreedWith} max={300} /></>}
      </p>
      <div className="overflow-x-auto" role="region" aria-label={i18n.t('playbook.clausesOf', [label])} tabIndex={0}>
        <table className="w-full min-w-xl">
          <thead>
            <tr className="border-b border-line text-small text-soft">{titled(i18n.t('playbook.clause'))}{titled(i18n.t('playbook.whereMet'))}{titled(i18n.t('playbook.whereNotMet'))}{titled(i18n.t('playbook.difference'))}{titled(i18n.t('playbook.blamed'))}</tr>
          </thead>
          <tbody>
            {clauses.map((clause) => {
              const found = predictions.find((one) => one.definition === id && one.clause === clause.id)
              return (
                <tr key={clause.id} className="border-b border-line align-top last:border-b-0">
                  <th scope="row" className="py-1.5 pe-3 text-start font-normal"><Said sentence={askOf(clause, playbook)} /></th>
                  <td className="py-1.5 pe-3"><AcceptedWhere rate={found?.met.rate} /></td>
                  <td className="py-1.5 pe-3"><AcceptedWhere rate={found?.notMet.rate} /></td>
                  <td className="py-1.5 pe-3"><DifferenceText difference={found?.difference} /></td>
                  <td className="py-1.5 tabular-nums">{found?.blamed ?? 0}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
