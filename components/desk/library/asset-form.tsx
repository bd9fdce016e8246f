import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useForm } from 'react-hook-form'
import { assetKind, type Asset } from '@/lib/domain/asset'
import { safeAssetUrl } from '@/lib/domain/safe-url'
import { toErrorInfo } from '@/lib/domain/errors'
import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { Check, Choice, Field, TextArea, TextBox } from '../shell/field'
import { Card } from '../shell/page'
import { AssetConflict } from './asset-conflict'
import { toAsset, toForm } from './asset-form-values'

export const assetForm = z.object({
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  abstract: z.string().check(z.maxLength(4000)),
  url: z.string().check(z.refine((text) => text === '' || safeAssetUrl(text) !== undefined)),
  kind: assetKind,
  topics: z.string(), stages: z.string(), personas: z.string(), industries: z.string(), products: z.string(),
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  owner: z.string().check(z.maxLength(200)),
  status: z.enum(['draft', 'approved', 'archived']),
  shareable: z.boolean(),
  expires: z.string(),
  verifyEvery: z.string().check(z.regex(/^\d{0,4}$/)),
  body: z.string().check(z.maxLength(40000)),
})
export type AssetFormValues = z.infer<typeof assetForm>

/** Adds or edits one asset. */
export function AssetForm({ asset, onDone }: { asset: Asset | undefined; onDone: (saved?: Asset) => void }) {
  const { register, handleSubmit, formState } = useForm<AssetFormValues>({ resolver: zodResolver(assetForm), defaultValues: toForm(asset) })
  const save = useTell('library.save', 'library.list', 'desk.state')
  const store = (changed: Asset) => save.mutate({ asset: changed }, { onSuccess: (saved) => onDone(saved) })
  const [opened] = useState({ asset, newId: crypto.randomUUID() })
  const submit = handleSubmit((values) => store(toAsset(values, opened.asset, opened.newId)))
  const conflicting = save.error && toErrorInfo(save.error).kind === 'conflict' ? save.variables?.asset : undefined
  const { errors } = formState
  const words = ['topics', 'stages', 'personas', 'industries', 'products'] as const
  return (
    <Card title={asset ? i18n.t('assetForm.edit') : i18n.t('assetForm.add')}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <Field label={i18n.t('assetForm.title')} error={errors.title && i18n.t('assetForm.titleWrong')}>{(ids) => <TextBox {...ids} {...register('title')} />}</Field>
        <Field label={i18n.t('assetForm.abstract')} hint={i18n.t('assetForm.abstractHint')}>{(ids) => <TextArea {...ids} {...register('abstract')} />}</Field>
        <Field label={i18n.t('assetForm.url')} hint={i18n.t('assetForm.urlHint')} error={errors.url && i18n.t('assetForm.urlWrong')}>{(ids) => <TextBox {...ids} type="url" {...register('url')} />}</Field>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field label={i18n.t('library.kind')}>{(ids) => <Choice {...ids} {...register('kind')}>{assetKind.options.map((kind) => <option key={kind} value={kind}>{message(labelKey('asset', kind))}</option>)}</Choice>}</Field>
          <Field label={i18n.t('library.status')}>{(ids) => <Choice {...ids} {...register('status')}>{(['draft', 'approved', 'archived'] as const).map((status) => <option key={status} value={status}>{message(`library.status_${status}`)}</option>)}</Choice>}</Field>
          <Field label={i18n.t('assetForm.language')} error={errors.language && i18n.t('assetForm.languageWrong')}>{(ids) => <TextBox {...ids} {...register('language')} />}</Field>
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          {words.map((name) => <Field key={name} label={message(`assetForm.${name}`)} hint={i18n.t('assetForm.commas')}>{(ids) => <TextBox {...ids} {...register(name)} />}</Field>)}
          <Field label={i18n.t('assetForm.owner')}>{(ids) => <TextBox {...ids} {...register('owner')} />}</Field>
          <Field label={i18n.t('assetForm.expires')}>{(ids) => <TextBox {...ids} type="date" {...register('expires')} />}</Field>
          <Field label={i18n.t('assetForm.verifyEvery')} error={errors.verifyEvery && i18n.t('assetForm.verifyEveryWrong')}>{(ids) => <TextBox {...ids} inputMode="numeric" {...register('verifyEvery')} />}</Field>
        </div>
        <Field label={i18n.t('assetForm.body')} hint={i18n.t('assetForm.bodyHint')}>{(ids) => <TextArea {...ids} {...register('body')} />}</Field>
        <Check label={i18n.t('assetForm.shareable')} hint={i18n.t('assetForm.shareableHint')} {...register('shareable')} />
        {conflicting ? <AssetConflict mine={conflicting} busy={save.isPending} onMine={(theirs) => store({ ...conflicting, version: theirs.version })} onTheirs={() => onDone()} /> : <Problem of={save.error} />}
        <div className="flex gap-2">
          <Button type="submit" look="primary" off={save.isPending}>{i18n.t('desk.save')}</Button>
          <Button look="quiet" onClick={() => onDone()}>{i18n.t('desk.cancel')}</Button>
        </div>
      </form>
    </Card>
  )
}
