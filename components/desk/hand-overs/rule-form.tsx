import { useState } from 'react'
import type { HandOverConnection } from '@/lib/bus/protocol/hand-overs'
import type { HandOverChoices } from '@/lib/domain/hand-over-ports'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Choice, Field } from '../shell/field'
import { isSingle, lookBacks, optionsFor, sinceOf, startValues, wayOf, type RuleValues } from './form-values'
import { OptionPicks } from './option-picks'

interface RuleFormProps { connection: HandOverConnection; onDone: (saved: boolean) => void }

/** What counts as handed over in one CRM, chosen from what that CRM has. */
export function RuleForm({ connection, onDone }: RuleFormProps) {
  const { crm, org } = connection
  const choices = useAsk('hand-overs.choices', { crm, org })
  const playbook = useAsk('playbook.get', {})
  if (choices.error) return <Problem of={choices.error} retry={() => void choices.refetch()} />
  if (!choices.data || !playbook.data) return <p role="status" className="text-soft">{i18n.t('handOvers.asking')}</p>
  return <Form connection={connection} choices={choices.data} start={startValues(choices.data, connection.rule, playbook.data)} onDone={onDone} />
}

function Form({ connection: { crm, org, rule }, choices, start, onDone }: RuleFormProps & { choices: HandOverChoices; start: RuleValues }) {
  const now = useNow()
  const [values, setValues] = useState(start)
  const save = useTell('hand-overs.set-rule', 'hand-overs.state', 'hand-overs.page')
  const set = (changed: Partial<RuleValues>) => setValues((before) => ({ ...before, ...changed }))
  const way = choices.ways.find(({ by }) => by === values.by)
  const options = way ? optionsFor(way, rule) : []
  const chosen = way && wayOf(values, options)
  const put = () => chosen && save.mutate(
    { crm, org, rule: { way: chosen, since: sinceOf(values, now), mql: [...values.mql], sql: [...values.sql] } }, { onSuccess: () => onDone(true) },
  )
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); put() }}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={i18n.t('handOvers.way')}>
          {(ids) => (
            <Choice {...ids} value={values.by} onChange={(event) => { const next = choices.ways.find(({ by }) => by === event.target.value); if (next) set({ by: next.by, ids: [] }) }}>
              {choices.ways.map(({ by }) => <option key={by} value={by}>{message(`handOvers.way_${by}`)}</option>)}
            </Choice>
          )}
        </Field>
        <Field label={i18n.t('handOvers.since')} hint={i18n.t('handOvers.sinceHint')}>
          {(ids) => (
            <Choice {...ids} value={values.days} onChange={(event) => set({ days: Number(event.target.value) })}>
              {[...new Set([...lookBacks, values.days])].sort((a, b) => a - b).map((days) => <option key={days} value={days}>{i18n.t('feedback.days', days)}</option>)}
            </Choice>
          )}
        </Field>
      </div>
      {way && (options.length > 0
        ? <OptionPicks key={way.by} label={message(`handOvers.values_${way.by}`)} options={options} chosen={values.ids} single={isSingle(way.by)} onChoose={(ids) => set({ ids })} />
        : <p className="text-soft">{way.need ? i18n.t('handOvers.wayMissing', [way.need]) : i18n.t('handOvers.wayEmpty')}</p>)}
      <p className="text-small text-soft">{message(`handOvers.note_${values.by}`)}</p>
      {choices.stages.length > 0 && (
        <Disclosure title={i18n.t('handOvers.stages')}>
          <div className="flex flex-col gap-3 pt-2 pl-4">
            <OptionPicks label={i18n.t('handOvers.mql')} options={choices.stages} chosen={values.mql} onChoose={(mql) => set({ mql })} />
            <OptionPicks label={i18n.t('handOvers.sql')} options={choices.stages} chosen={values.sql} onChoose={(sql) => set({ sql })} />
          </div>
        </Disclosure>
      )}
      <Problem of={save.error} />
      {rule && <p className="text-small text-soft">{i18n.t('handOvers.changeNote')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" off={!chosen || save.isPending}>{i18n.t('handOvers.save')}</Button>
        <Button look="quiet" onClick={() => onDone(false)}>{i18n.t('desk.cancel')}</Button>
      </div>
    </form>
  )
}
