import type { TouchKind } from '@/lib/domain/touch'

/**
 * Which events say what a person consumed. HubSpot's names differ per account and are documented only in part, so they are
 * recognised by their words; events about deals, and those that mail events or engagements tell better, are left out.
 */
const rules: readonly { words: RegExp; kind: TouchKind | 'form-event' | undefined }[] = [
  { words: /^e_visited_page$/, kind: 'page-view' },
  { words: /^e_form_view/, kind: undefined },
  { words: /^e_(submitted_form|form_submission|form_completion)/, kind: 'form-event' },
  { words: /^e_document_shared/, kind: undefined },
  { words: /^e_.*document/, kind: 'document' },
  { words: /^e_.*(video|media)/, kind: 'video' },
  { words: /^e_.*replied.*email/, kind: 'email-reply' },
  { words: /^e_ad_/, kind: 'ad' },
  { words: /^(pe|ae)\d+_/, kind: 'other' },
]

/** `form-event` marks the up to three events HubSpot writes for one filled form. */
export function kindOfEvent(eventType: string): TouchKind | 'form-event' | undefined {
  return rules.find((rule) => rule.words.test(eventType))?.kind
}

/** `pe24680135_asset_viewed` → `asset viewed` */
export function wordsOfEvent(eventType: string): string {
  return eventType.replace(/^(?:e|(?:pe|ae)\d+)_/, '').replace(/_v\d+$/, '').replaceAll('_', ' ')
}
