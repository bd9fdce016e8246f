import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react'
import { clause as clauseSchema, type Clause } from '@/lib/domain/definitions/clause'
import type { ClauseState } from '@/lib/domain/definitions/result'
import { recordKey } from '@/lib/domain/record-ref'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { Said } from '@/components/ui/said'
import { Tag } from '@/components/ui/tag'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'

const marks: Record<ClauseState, { icon: LucideIcon; tone: string }> = {
  met: { icon: CircleCheck, tone: 'text-good' }, 'not-met': { icon: CircleX, tone: 'text-bad' }, unknown: { icon: CircleHelp, tone: 'text-faint' },
}

/** The clauses as they stand in the form, put to the sample people and to who was opened last. */
export function Trial({ clauses }: { clauses: readonly Clause[] }) {
  const ready = clauses.filter((clause) => clauseSchema.safeParse(clause).success)
  const { data, error } = useAsk('playbook.try', { clauses: ready }, ready.length > 0)
  if (error) return <Problem of={error} />
  if (ready.length === 0 || !data) return null
  if (data.length === 0) return <p className="text-soft">{i18n.t('clause.nobody')}</p>
  const [first] = data
  return (
    <div className="overflow-x-auto" role="region" aria-label={i18n.t('clause.trial')} tabIndex={0}>
      <p aria-hidden className="sticky start-0 pb-1 text-small font-medium text-soft">{i18n.t('clause.trial')}</p>
      <table className="w-full min-w-md text-small">
        <caption className="sr-only">{i18n.t('clause.trial')}</caption>
        <thead>
          <tr className="border-b border-line text-start align-bottom text-soft">
            <th scope="col" className="py-1 pe-3 text-start font-medium">{i18n.t('clause.person')}</th>
            {first?.results.map((result) => <th key={result.clauseId} scope="col" className="max-w-40 px-2 py-1 text-start font-medium"><Said sentence={result.asks} /></th>)}
            <th scope="col" className="py-1 ps-2 text-end font-medium">{i18n.t('clause.met')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ ref, name, company, sample, results }) => (
            <tr key={recordKey(ref)} className="border-b border-line align-top">
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                <span className="font-medium"><Foreign text={name} max={60} /></span> {sample && <Tag>{i18n.t('clause.sample')}</Tag>}
                {company && <span className="block text-soft"><Foreign text={company} max={60} /></span>}
              </th>
              {results.map(({ clauseId, state, found }) => {
                const { icon: Icon, tone } = marks[state]
                return (
                  <td key={clauseId} className="px-2 py-1">
                    <Icon role="img" aria-label={message(`definition.state_${state}`)} size={14} className={`me-1 inline align-[-2px] ${tone}`} />
                    <span className="text-soft"><Said sentence={found} /></span>
                  </td>
                )
              })}
              <td className="py-1 ps-2 text-end tabular-nums">{i18n.t('clause.of', [String(results.filter(({ state }) => state === 'met').length), String(results.length)])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
