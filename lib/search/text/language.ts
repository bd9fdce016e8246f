import { english } from './english'
import { german } from './german'

/** How words of a language are brought to their stem, and which of them are skipped. */
export interface Language { stem: (word: string) => string; stops: ReadonlySet<string> }

const plain: Language = { stem: (word) => word, stops: new Set() }
const known: Readonly<Record<string, Language>> = { en: english, de: german }

/** The rules for a BCP 47 tag; a language nobody taught us is matched word by word. */
export function languageOf(tag: string): Language {
  return known[tag.toLowerCase().split('-')[0] ?? ''] ?? plain
}
