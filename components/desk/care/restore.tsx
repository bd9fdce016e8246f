import { useState } from 'react'
import type { Response } from '@/lib/bus/protocol'
import { AppError } from '@/lib/domain/errors'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { FileBox } from '../shell/field'
import { Card } from '../shell/page'
import { readChunks } from './read-chunks'

const maxBytes = 50 * 1024 * 1024
type Plan = Response<'data.restore'>

/** Reads an export back: first what it would do, then, on a second click, doing it. */
export function Restore() {
  const send = useTell('data.restore', 'desk.state', 'library.list', 'feedback.page', 'source.list', 'finding.list', 'playbook.get')
  const [file, setFile] = useState<File>()
  const [plan, setPlan] = useState<Plan>()
  const [done, setDone] = useState(false)
  const [share, setShare] = useState<number>()
  const [failure, setFailure] = useState<Error | null>(null)

  const run = async (chosen: File, dry: boolean) => {
    setFailure(null)
    try {
      if (chosen.size > maxBytes) throw new AppError('invalid', { detail: '50 MB' })
      let sum: Plan | undefined
      for await (const chunk of readChunks(chosen)) {
        setShare(chunk.share)
        const plan = await send.mutateAsync({ text: chunk.text, dry, last: chunk.last })
        sum = sum ? added(sum, plan) : plan
      }
      if (dry) setPlan(sum)
      else setDone(true)
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown : new AppError('bug'))
    }
    setShare(undefined)
  }
  const choose = (chosen: File | undefined) => {
    setDone(false)
    setPlan(undefined)
    setFile(chosen)
    if (chosen) void run(chosen, true)
  }

  return (
    <Card title={i18n.t('data.restoreTitle')}>
      <div className="flex flex-col items-start gap-3">
        <label className="flex flex-col gap-1">
          <span className="text-soft">{i18n.t('data.restoreText')}</span>
          <FileBox accept=".jsonl,.json,application/jsonl,application/json" onChange={(event) => choose(event.target.files?.[0])} />
        </label>
        {share !== undefined && <progress aria-label={i18n.t('data.restoring')} value={share} max={1} className="w-full max-w-md" />}
        <Problem of={failure} />
        {file && plan && !done && (
          <>
            <p>{i18n.t('data.restorePlan', [String(plan.events.added), String(plan.assets.added + plan.assets.changed), String(plan.documents.added + plan.others.added), String(plan.events.known + plan.assets.known + plan.documents.known + plan.others.known)])}</p>
            {plan.invalid > 0 && <p className="text-warn">{i18n.t('data.restoreInvalid', plan.invalid)}</p>}
            <Button look="primary" off={share !== undefined} onClick={() => void run(file, false)}>{i18n.t('data.restore')}</Button>
          </>
        )}
        <span role="status" className="empty:-mt-3">{done ? i18n.t('data.restored') : ''}</span>
      </div>
    </Card>
  )
}

/** What two chunks do together. */
function added(a: Plan, b: Plan): Plan {
  const sum = (one: Plan['events'], other: Plan['events']) => ({ added: one.added + other.added, known: one.known + other.known })
  return {
    events: sum(a.events, b.events), outbox: sum(a.outbox, b.outbox), documents: sum(a.documents, b.documents), others: sum(a.others, b.others),
    assets: { ...sum(a.assets, b.assets), changed: a.assets.changed + b.assets.changed }, invalid: a.invalid + b.invalid,
    playbook: a.playbook === 'replaced' || b.playbook === 'replaced' ? 'replaced' : a.playbook === 'absent' ? b.playbook : a.playbook,
  }
}
