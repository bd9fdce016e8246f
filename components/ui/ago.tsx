import { useNow } from './now'
import { dayText, momentText, whenText } from './when'

/** A moment: how long ago, with the full date at hand. `day` only where the time of day is not known. */
export function Ago({ at, day = false }: { at: number; day?: boolean | undefined }) {
  const now = useNow()
  return (
    <time dateTime={new Date(at).toISOString()} title={day ? dayText(at, now) : momentText(at)}>
      {whenText(at, now, day)}
    </time>
  )
}
