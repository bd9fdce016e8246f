import * as z from 'zod/mini'
import type { Source } from '../read/source'
import { expectId, soql } from '../soql'
import { maybeFlag, maybe, maybeId, maybeText, recordId } from '../wire'

export const docsPerPage = 1_000
/** Ids in one condition: a query has a length. */
export const idsPerQuery = 150

/** Which documents lie in any library this user may see. */
export function libraryDocs(after: string | undefined): Source {
  const from = after === undefined ? soql`` : soql`WHERE Id > ${expectId(after)} `
  return { object: 'ContentWorkspaceDoc', fields: ['Id', 'ContentDocumentId', 'ContentWorkspace.Name'], rest: soql`${from}ORDER BY Id LIMIT ${docsPerPage}` }
}
export const libraryDoc = z.object({ Id: recordId, ContentDocumentId: recordId, ContentWorkspace: maybe(z.object({ Name: maybeText })) })

export function latestVersions(documents: readonly string[]): Source {
  return {
    object: 'ContentVersion', fields: ['Id', 'ContentDocumentId', 'Title', 'Description', 'TagCsv', 'FileType', 'FileExtension', 'LastModifiedDate', 'CreatedDate'],
    rest: soql`WHERE IsLatest = true AND ContentDocumentId IN ${documents.map(expectId)}`,
  }
}
export const version = z.object({
  Id: recordId, ContentDocumentId: recordId, Title: maybeText, Description: maybeText, TagCsv: maybeText, FileType: maybeText, FileExtension: maybeText, LastModifiedDate: maybeText, CreatedDate: maybeText,
})
export type Version = z.infer<typeof version>

/** Links made for one person count that person's views: only links for nobody in particular may be sent on. */
export function openLinks(documents: readonly string[]): Source {
  return {
    object: 'ContentDistribution', fields: ['Id', 'ContentDocumentId', 'DistributionPublicUrl', 'ExpiryDate', 'PreferencesPasswordRequired', 'PreferencesExpires'],
    rest: soql`WHERE RelatedRecordId = null AND ContentDocumentId IN ${documents.map(expectId)} ORDER BY CreatedDate DESC`,
  }
}
export const openLink = z.object({
  Id: recordId, ContentDocumentId: maybeId, DistributionPublicUrl: maybeText, ExpiryDate: maybeText, PreferencesPasswordRequired: maybeFlag, PreferencesExpires: maybeFlag,
})
export type OpenLink = z.infer<typeof openLink>
