import { useState } from 'react'
import { AppError } from '@/lib/domain/errors'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { FileBox } from '../shell/field'
import { Card } from '../shell/page'

const maxBytes = 50 * 1024 * 1024

/** Reads an export back: first what it would do, then, on a second click, doing it. */
export function Restore() {
  const [json, setJson] = useState('')
  const [tooLarge, setTooLarge] = useState(false)
  const plan = useTell('data.plan-restore')
  const restore = useTell('data.restore', 'desk.state', 'library.list', 'feedback.page')
  const choose = async (file: File | undefined) => {
    restore.reset()
    plan.reset()
    setTooLarge((file?.size ?? 0) > maxBytes)
    if (!file || file.size > maxBytes) return
    const text = await file.text()
    setJson(text)
    plan.mutate({ json: text })
  }
  return (
    <Card title={i18n.t('data.restoreTitle')}>
      <div className="flex flex-col items-start gap-3">
        <label className="flex flex-col gap-1">
          <span className="text-soft">{i18n.t('data.restoreText')}</span>
          <FileBox accept="application/json,.json" onChange={(event) => void choose(event.target.files?.[0])} />
        </label>
        <Problem of={tooLarge ? new AppError('invalid', { detail: '50 MB' }) : (plan.error ?? restore.error)} />
        {plan.data && !restore.isSuccess && (
          <>
            <p>{i18n.t('data.restorePlan', [String(plan.data.events), String(plan.data.assets), String(plan.data.known)])}</p>
            <Button look="primary" off={restore.isPending} onClick={() => restore.mutate({ json })}>{i18n.t('data.restore')}</Button>
          </>
        )}
        <span role="status">{restore.isSuccess ? i18n.t('data.restored') : ''}</span>
      </div>
    </Card>
  )
}
