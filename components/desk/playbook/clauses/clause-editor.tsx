import { Plus, Trash2 } from 'lucide-react'
import { clauseKind, type Clause } from '@/lib/domain/definitions/clause'
import { emptyClause } from '@/lib/domain/definitions/renew'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { Choice, Field } from '../../shell/field'
import { ClauseFields } from './clause-fields'

const atMost = 12
const newId = () => crypto.randomUUID().slice(0, 8)

/** Builds a list of clauses: what to look at, and what it must be. */
export function ClauseEditor({ clauses, onChange }: { clauses: readonly Clause[]; onChange: (clauses: Clause[]) => void }) {
  const put = (id: string, clause: Clause) => onChange(clauses.map((each) => (each.id === id ? clause : each)))
  return (
    <div className="flex flex-col gap-3">
      {clauses.map((clause, index) => (
        <div key={clause.id} role="group" aria-label={i18n.t('clause.number', [String(index + 1)])} className="grid items-start gap-3 rounded-md border border-line bg-raised p-3 sm:grid-cols-[11rem_1fr_auto]">
          <Field label={i18n.t('clause.kind')}>
            {(ids) => (
              <Choice {...ids} value={clause.kind} onChange={(event) => put(clause.id, emptyClause(clauseKind.parse(event.target.value), clause.id))}>
                {clauseKind.options.map((kind) => <option key={kind} value={kind}>{message(`clause.kind_${kind}`)}</option>)}
              </Choice>
            )}
          </Field>
          <ClauseFields key={clause.kind} clause={clause} onChange={(changed) => put(clause.id, changed)} />
          <IconButton icon={Trash2} label={i18n.t('clause.remove', [String(index + 1)])} className="sm:mt-5" onClick={() => onChange(clauses.filter(({ id }) => id !== clause.id))} />
        </div>
      ))}
      <Button className="self-start" off={clauses.length >= atMost} onClick={() => onChange([...clauses, emptyClause('persona', newId())])}><Plus aria-hidden size={15} />{i18n.t('clause.add')}</Button>
    </div>
  )
}
