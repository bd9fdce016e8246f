import { useMemo, useState } from 'react'
import { Trash2 } from 'lucide-react'
import { localDay, startOfDay } from '@/lib/domain/days'
import type { Finding } from '@/lib/domain/finding'
import { measureFinding, moveFinding, nextState, verdictsOf } from '@/lib/domain/finding-rules'
import type { ReviewRow } from '@/lib/domain/review/sheet'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { dayText, numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { useMayPublish } from '../data/use-team-role'
import { Behind } from '../overview/links'
import { Field, TextBox } from '../shell/field'
import { BeforeAfter } from './before-after'
import { useConcern } from './use-concern'

/** One finding: what it says, who sees to it, what comes next, and how it went since. */
export function FindingCard({ finding, rows }: { finding: Finding; rows: readonly ReviewRow[] | undefined }) {
  const now = useNow()
  const save = useTell('finding.save', 'finding.list')
  const remove = useTell('finding.remove', 'finding.list')
  const [parting, setParting] = useState(false)
  const about = useConcern(finding.concerns)
  const [change, setChange] = useState(finding.change ?? '')
  const [day, setDay] = useState(localDay(finding.changedAt ?? now))
  const measured = useMemo(() => (rows ? measureFinding(finding, rows) : undefined), [finding, rows])
  const mayPublish = useMayPublish()
  const next = mayPublish ? nextState(finding) : undefined
  const { campaign = '', source = '', reason = '' } = finding.concerns
  const go = () => {
    if (!next) return
    const at = next === 'changed' ? Math.min(now, startOfDay(day) ?? now) : now
    const moved = { ...moveFinding(finding, next, at), change: change.trim() || undefined }
    save.mutate(next === 'measured' && measured ? { ...moved, measured: toStored(measured) } : moved)
  }
  return (
    <article className="rounded-lg border border-line p-4">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h3 className="text-base font-semibold"><Foreign text={finding.sentence} max={1000} /></h3>
          <p className="pt-0.5 text-small text-soft">
            <Foreign text={about} max={200} /> · <Behind filter={{ campaign, source, reason }}>{i18n.t('finding.restsOn', verdictsOf(finding), [numberText(verdictsOf(finding))])}</Behind>{verdictsOf(finding) > 1 && <> {i18n.t('finding.fromReps', finding.reps, [numberText(finding.reps)])}</>}
            {finding.erased !== undefined && <> {i18n.t('finding.erased', finding.erased)}</>}
            {finding.owner && <> · {i18n.t('finding.by')} <Foreign text={finding.owner} max={80} /></>} · {i18n.t('finding.since', [dayText(finding.noticedAt, now)])}
          </p>
        </div>
        {mayPublish && <IconButton icon={Trash2} label={i18n.t('finding.remove')} aria-expanded={parting} onClick={() => setParting(!parting)} />}
      </div>
      {parting && (
        <div role="group" aria-label={i18n.t('finding.remove')} className="mt-2 flex flex-wrap items-center gap-2 rounded-md bg-raised p-2">
          <p className="flex-1 basis-48">{i18n.t('finding.removeSure')}</p>
          <Button off={remove.isPending} onClick={() => remove.mutate({ id: finding.id })}>{i18n.t('playbook.removeEntry')}</Button>
          <Button look="quiet" onClick={() => setParting(false)}>{i18n.t('desk.cancel')}</Button>
        </div>
      )}
      {finding.state !== 'noticed' && finding.change && <p className="pt-2"><span className="text-soft">{i18n.t(finding.changedAt === undefined ? 'finding.willChange' : 'finding.changedOn', [dayText(finding.changedAt ?? now, now)])}</span> <Foreign text={finding.change} max={1000} /></p>}
      {measured && finding.changedAt !== undefined && <BeforeAfter measured={measured} concerns={finding.concerns} changedAt={finding.changedAt} />}
      {next && next !== 'measured' && (
        <div className={cx('grid items-end gap-3 pt-3', next === 'changed' ? 'sm:grid-cols-[minmax(0,1fr)_auto_auto]' : 'sm:grid-cols-[minmax(0,1fr)_auto]')}>
          <Field label={i18n.t(next === 'decided' ? 'finding.decision' : 'finding.change')}>
            {(ids) => <TextBox {...ids} maxLength={1000} value={change} onChange={(event) => setChange(event.target.value)} />}
          </Field>
          {next === 'changed' && <Field label={i18n.t('finding.changeDay')}>{(ids) => <TextBox {...ids} type="date" max={localDay(now)} value={day} onChange={(event) => setDay(event.target.value)} />}</Field>}
          <Button look="primary" className="min-h-8" off={change.trim() === '' || save.isPending} onClick={go}>{message(`finding.to_${next}`)}</Button>
        </div>
      )}
      {next === 'measured' && <Button className="mt-3" off={!measured || save.isPending} onClick={go}>{i18n.t('finding.to_measured')}</Button>}
      <Problem of={save.error ?? remove.error} />
    </article>
  )
}

function toStored({ before, after }: NonNullable<ReturnType<typeof measureFinding>>): NonNullable<Finding['measured']> {
  return { before: { good: before.good, n: before.rate.n }, after: { good: after.good, n: after.rate.n } }
}
