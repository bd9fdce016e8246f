import * as z from 'zod/mini'
import type { RawTouch } from '@/lib/domain/touch'
import { expectId, soql } from '../soql'
import { toMoment } from '../time'
import { maybe, maybeFlag, maybeId, maybeText, recordId } from '../wire'
import type { Source } from './source'
import { idsOf, type Who } from './who'

export function deliveries(who: Who): Source {
  return {
    object: 'ContentDistribution',
    fields: ['Id', 'Name', 'ContentVersion.Title', 'ContentDocumentId', 'ViewCount', 'FirstViewDate', 'LastViewDate', 'CreatedDate'],
    rest: soql`WHERE RelatedRecordId IN ${idsOf(who)} ORDER BY CreatedDate DESC LIMIT 200`,
  }
}

export const delivery = z.object({
  Id: recordId,
  Name: maybeText,
  ContentVersion: maybe(z.object({ Title: maybeText })),
  ContentDocumentId: maybeId,
  FirstViewDate: maybeText,
  LastViewDate: maybeText,
})
export type Delivery = z.infer<typeof delivery>

/** Views by people outside the org: a colleague's look at the link does not count. */
export function deliveryViews(ids: readonly string[]): Source {
  return {
    object: 'ContentDistributionView',
    fields: ['Id', 'DistributionId', 'CreatedDate', 'IsDownload'],
    rest: soql`WHERE DistributionId IN ${ids.map(expectId)} AND IsInternal = false ORDER BY CreatedDate DESC LIMIT 2000`,
  }
}

export const deliveryView = z.object({ Id: recordId, DistributionId: recordId, CreatedDate: z.string(), IsDownload: maybeFlag })
export type DeliveryView = z.infer<typeof deliveryView>

export function toViewTouches(links: readonly Delivery[], views: readonly DeliveryView[]): RawTouch[] {
  const byId = new Map(links.map((link) => [link.Id, link]))
  return views.flatMap((view): RawTouch[] => {
    const link = byId.get(view.DistributionId)
    const at = toMoment(view.CreatedDate)
    if (!link || at === undefined) return []
    return [{ ...touchOf(link), id: `salesforce:view:${view.Id}`, at, kind: view.IsDownload ? 'download' : 'document', origin: { system: 'sf-deliveries', id: view.Id } }]
  })
}

/** Where the single views cannot be read: the first and the last, whoever looked. */
export function toViewSummary(links: readonly Delivery[]): RawTouch[] {
  return links.flatMap((link) => {
    const moments = new Set([toMoment(link.FirstViewDate), toMoment(link.LastViewDate)])
    return [...moments].flatMap((at): RawTouch[] =>
      at === undefined ? [] : [{ ...touchOf(link), id: `salesforce:view:${link.Id}:${at}`, at, kind: 'document', origin: { system: 'sf-deliveries', id: link.Id } }])
  })
}

function touchOf(link: Delivery): Pick<RawTouch, 'title' | 'itemId' | 'signals'> {
  return { title: link.ContentVersion?.Title ?? link.Name ?? link.Id, itemId: link.ContentDocumentId ?? link.Id, signals: {} }
}
