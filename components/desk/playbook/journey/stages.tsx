import { useState } from 'react'
import { ArrowDown, ArrowUp, Pencil, Plus } from 'lucide-react'
import type { Stage } from '@/lib/domain/playbook'
import { freeId } from '@/lib/domain/reasons'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { labelText } from '@/components/ui/label'
import { message } from '@/components/ui/message'
import { Tag } from '@/components/ui/tag'
import { i18n } from '#i18n'
import { usePlaybookEdit } from '../playbook-context'
import { StageForm } from './stage-form'

/** The journey in its order. */
export function Stages() {
  const { playbook: { stages }, readOnly, save, pending } = usePlaybookEdit()
  const [editing, setEditing] = useState<string>()
  const close = () => setEditing(undefined)
  const put = (stage: Stage) => save({ stages: stages.map((each) => (each.id === stage.id ? stage : each)) }, close)
  const move = (from: number, to: number) => save({ stages: stages.toSpliced(from, 1).toSpliced(to, 0, ...stages.slice(from, from + 1)) })
  const add = (stage: Stage) => save({ stages: [...stages, { ...stage, id: freeId(stage.label ?? '', new Set(stages.map(({ id }) => id))) }] }, close)
  return (
    <>
      <ol className="divide-y divide-line">
        {stages.map((stage, index) => {
          const name = labelText('stage', stage.id, stages)
          if (editing === stage.id) return <li key={stage.id}><StageForm stage={stage} name={name} save={put} remove={() => save({ stages: stages.filter(({ id }) => id !== stage.id) }, close)} close={close} /></li>
          return (
            <li key={stage.id} className="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
              <span className="w-6 shrink-0 text-end text-soft tabular-nums">{index + 1}</span>
              <div className="min-w-0 flex-1 basis-44">
                <p className="flex flex-wrap items-center gap-2"><span className="font-medium"><Foreign text={name} max={80} /></span><Tag tone={stage.owner === 'sales' ? 'accent' : 'calm'}>{message(`panel.header.turn_${stage.owner}`)}</Tag></p>
                {stage.entry && <p><Foreign text={stage.entry} max={500} /></p>}
                <p className="text-small text-soft"><Foreign text={stage.values.join(', ') || i18n.t('playbook.noWords')} max={400} /></p>
              </div>
              {!readOnly && (
                <span className="flex shrink-0 max-sm:ms-7">
                  <IconButton icon={ArrowUp} label={i18n.t('playbook.up', [name])} aria-disabled={index === 0 || pending || undefined} onClick={() => index > 0 && !pending && move(index, index - 1)} />
                  <IconButton icon={ArrowDown} label={i18n.t('playbook.down', [name])} aria-disabled={index === stages.length - 1 || pending || undefined} onClick={() => index < stages.length - 1 && !pending && move(index, index + 1)} />
                  <IconButton icon={Pencil} label={i18n.t('playbook.editNamed', [name])} onClick={() => setEditing(stage.id)} />
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {editing === '' && <StageForm stage={{ id: '', owner: 'marketing', values: [] }} name="" save={add} close={close} />}
      {!readOnly && editing === undefined && <Button className="mt-2" onClick={() => setEditing('')}><Plus aria-hidden size={15} />{i18n.t('playbook.addStage')}</Button>}
    </>
  )
}
