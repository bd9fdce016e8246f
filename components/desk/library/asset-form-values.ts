import type { Asset } from '@/lib/domain/asset'
import type { AssetFormValues } from './asset-form'

const lists = ['topics', 'stages', 'personas', 'industries', 'products'] as const

export function toForm(asset: Asset | undefined): AssetFormValues {
  const joined = Object.fromEntries(lists.map((name) => [name, (asset?.[name] ?? []).join(', ')])) as Record<(typeof lists)[number], string>
  return {
    title: asset?.title ?? '', abstract: asset?.abstract ?? '', url: asset?.url ?? '', kind: asset?.kind ?? 'other', ...joined,
    language: asset?.language ?? 'en', owner: asset?.owner ?? '', status: asset?.status ?? 'approved', shareable: asset?.shareable ?? true,
    expires: asset?.expires === undefined ? '' : new Date(asset.expires).toISOString().slice(0, 10),
    verifyEvery: asset?.verifyEvery === undefined ? '' : String(asset.verifyEvery), body: asset?.body ?? '',
  }
}

/** The asset a form describes; `id` is for a new one. */
export function toAsset(form: AssetFormValues, before: Asset | undefined, id: string): Asset {
  const words = Object.fromEntries(lists.map((name) => [name, split(form[name])])) as Record<(typeof lists)[number], string[]>
  return {
    ...words,
    id: before?.id ?? id, title: form.title.trim(), abstract: form.abstract.trim(), url: form.url.trim() || undefined, kind: form.kind,
    language: form.language, owner: form.owner.trim() || undefined, status: form.status, version: before?.version ?? 0, shareable: form.shareable,
    body: form.body.trim() || undefined, verifiedAt: before?.verifiedAt,
    verifyEvery: form.verifyEvery === '' ? undefined : Number(form.verifyEvery),
    expires: form.expires === '' ? undefined : Date.parse(form.expires), publishedAt: before?.publishedAt, updatedAt: before?.updatedAt ?? 0,
    source: before?.source ?? { system: 'local' },
  }
}

function split(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()).filter((word) => word !== ''))]
}
