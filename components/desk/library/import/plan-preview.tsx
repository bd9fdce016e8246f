import type { ImportPlan, ImportProblem } from '@/lib/domain/import-plan'
import { labelKey } from '@/lib/domain/sentence'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

const shown = 100

/** An import or a source in numbers; `problems` may be the first of `problemCount` only. */
export interface PlanSummary { added: number; changed: number; unchanged: number; sendable: number; problems: readonly ImportProblem[]; problemCount: number; gone?: number }

export function summaryOf({ added, changed, problems, ...rest }: ImportPlan): PlanSummary {
  return { ...rest, added: added.length, changed: changed.length, problems, problemCount: problems.length }
}

/** What the import would do, every row's problem named, and how many reps could then send. */
export function PlanPreview({ plan }: { plan: PlanSummary }) {
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        <li>{i18n.t('import.added', plan.added)}</li>
        <li>{i18n.t('import.changed', plan.changed)}</li>
        <li>{i18n.t('import.unchanged', plan.unchanged)}</li>
        {plan.gone !== undefined && plan.gone > 0 && <li className="text-warn">{i18n.t('sources.gone', plan.gone)}</li>}
        <li className="font-medium">{i18n.t('import.sendable', plan.sendable)}</li>
      </ul>
      {plan.problems.length > 0 && (
        <div className="max-h-64 overflow-y-auto rounded-md border border-line" tabIndex={0} role="region" aria-label={i18n.t('import.problems', plan.problemCount)}>
          <table className="w-full text-left">
            <caption className="p-2 text-left font-medium text-bad">{i18n.t('import.problems', plan.problemCount)}</caption>
            <thead className="text-small text-soft"><tr><th scope="col" className="px-2 font-medium">{i18n.t('import.row')}</th><th scope="col" className="px-2 font-medium">{i18n.t('import.column')}</th><th scope="col" className="px-2 font-medium">{i18n.t('import.problem')}</th></tr></thead>
            <tbody>
              {plan.problems.slice(0, shown).map((problem, index) => (
                <tr key={index} className="border-t border-line">
                  <td className="px-2 py-1">{problem.row}</td>
                  <td className="px-2 py-1">{problem.column}</td>
                  <td className="px-2 py-1">{message(labelKey('importProblem', problem.problem))}{problem.value && <> · <Foreign text={problem.value} max={80} /></>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {plan.problemCount > shown && <p className="p-2 text-soft">{i18n.t('import.moreProblems', plan.problemCount - shown)}</p>}
        </div>
      )}
    </div>
  )
}
