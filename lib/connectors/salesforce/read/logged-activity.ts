import type { TouchKind } from '@/lib/domain/touch'

/**
 * Marketing tools that sync into Salesforce log what people did as completed tasks and say so in the subject only. Each
 * pattern takes what stands before the title.
 */
const patterns: readonly [RegExp, TouchKind][] = [
  [/^(?:web(?:site)?(?: visit)?|visited(?: web ?page)?|page view(?:ed)?)\s*[:-]\s*/i, 'page-view'],
  [/^(?:filled(?: out)?(?: a)? form|form (?:submission|submitted|filled)|submitted form)\s*[:-]\s*/i, 'form'],
  [/^(?:downloaded|download|file download)\s*[:-]\s*/i, 'download'],
  [/^(?:watched(?: video)?|video view(?:ed)?)\s*[:-]\s*/i, 'video'],
  [/^(?:attended(?: webinar)?|webinar attended)\s*[:-]\s*/i, 'webinar-attended'],
  [/^(?:registered(?: for)?(?: webinar)?|webinar registered)\s*[:-]\s*/i, 'webinar-registered'],
  [/^(?:opened(?: marketing)? e-?mail|e-?mail opened?)\s*[:-]\s*/i, 'email-open'],
  [/^(?:clicked(?: link)?(?: in)?(?: marketing)? e-?mail|e-?mail clicked?)\s*[:-]\s*/i, 'email-click'],
  [/^(?:was sent e-?mail|marketing e-?mail|sent marketing e-?mail)\s*[:-]\s*/i, 'email-sent'],
]

/** What a subject such as `Web: Price list` tells of; `undefined` for a task that is somebody's own. */
export function readActivity(subject: string): { kind: TouchKind; title: string } | undefined {
  for (const [pattern, kind] of patterns) {
    const title = subject.replace(pattern, '')
    if (title !== subject && title !== '') return { kind, title }
  }
  return undefined
}
