import { verdictValue } from '@/lib/domain/ledger'
import { say } from '@/lib/domain/sentence'
import { Said } from '@/components/ui/said'

/** What the CRM is told besides the verdict, said before anybody clicks. */
export function AlsoSets({ values, notAgreed }: { values: Record<string, string>; notAgreed?: string | undefined }) {
  const sets = verdictValue.options.flatMap((verdict) => {
    const value = values[verdict]
    return value === undefined ? [] : [{ verdict, value }]
  })
  if (sets.length === 0) return null
  return (
    <p className="flex flex-wrap gap-x-2 pt-1 text-tiny text-faint">
      {sets.map(({ verdict, value }) => <span key={verdict}><Said sentence={say('panel.verdict.alsoSets', { say: `verdict.${verdict}` }, value)} /></span>)}
      {notAgreed !== undefined && <span className="text-warn"><Said sentence={say('panel.verdict.notAgreed', notAgreed)} /></span>}
    </p>
  )
}
