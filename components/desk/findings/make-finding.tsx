import { useState, type FormEvent } from 'react'
import type { ReviewFilter } from '@/lib/domain/review/filter'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Field, TextBox } from '../shell/field'
import { Card } from '../shell/page'
import { goTo } from '../shell/route'
import { useConcern } from './use-concern'

/** As many verdicts as a finding names; of more, the newest. */
const mostVerdicts = 2_000

interface Props {
  /** The verdicts it rests on, newest first. */
  rows: readonly { id: string }[]
  /** Where they come from: campaign, source and reason say which leads the finding concerns. */
  concerns: Pick<ReviewFilter, 'campaign' | 'source' | 'reason'>
  onDone: () => void
}

/** A sentence about verdicts, and who sees to it. */
export function MakeFinding({ rows, concerns: { campaign, source, reason }, onDone }: Props) {
  const make = useTell('finding.make', 'finding.list')
  const concerns = { campaign: campaign || undefined, source: source || undefined, reason: reason || undefined }
  const about = useConcern(concerns)
  const [sentence, setSentence] = useState('')
  const [owner, setOwner] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sentence.trim() === '') return
    make.mutate(
      { sentence: sentence.trim(), owner: owner.trim() || undefined, concerns, verdictIds: rows.slice(0, mostVerdicts).map(({ id }) => id) },
      { onSuccess: () => { onDone(); goTo('findings') } },
    )
  }
  return (
    <Card title={i18n.t('finding.makeTitle', rows.length)}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <p className="text-soft"><Foreign text={about} max={300} />{rows.length > mostVerdicts && ` ${i18n.t('finding.newest', [String(mostVerdicts)])}`}</p>
        <Field label={i18n.t('finding.sentence')} hint={i18n.t('finding.sentenceHint')}>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this form */}
          {(ids) => <TextBox {...ids} autoFocus maxLength={1000} value={sentence} onChange={(event) => setSentence(event.target.value)} />}
        </Field>
        <Field label={i18n.t('finding.owner')}>
          {(ids) => <TextBox {...ids} maxLength={200} value={owner} onChange={(event) => setOwner(event.target.value)} />}
        </Field>
        <Problem of={make.error} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" off={sentence.trim() === '' || make.isPending}>{i18n.t('finding.create')}</Button>
          <Button look="quiet" onClick={onDone}>{i18n.t('desk.cancel')}</Button>
        </div>
      </form>
    </Card>
  )
}
