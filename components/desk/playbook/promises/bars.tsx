import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'

const names = ['quarter', 'half', 'whole', 'double', 'fourfold', 'longer', 'waiting'] as const
/** Up to the whole promise it was kept. */
const keptUntil = 3

/** How the times are spread, in parts of what was promised. A table first; the bars only repeat its numbers. */
export function Bars({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts)
  return (
    <table className="w-full max-w-xl">
      <caption className="pb-1 text-start text-small text-soft">{i18n.t('playbook.spread')}</caption>
      <tbody>
        {names.map((name, index) => {
          const count = counts[index] ?? 0
          return (
            <tr key={name}>
              <th scope="row" className="w-44 py-0.5 pe-3 text-start text-small font-normal text-soft">{message(`playbook.spread_${name}`)}</th>
              <td className="py-0.5 text-small tabular-nums">
                {count > 0 && <span aria-hidden className={`me-2 inline-block h-3 rounded-sm align-middle ${index < keptUntil ? 'bg-accent' : 'border border-edge bg-sunken'}`} style={{ width: `${(count / most) * 80}%` }} />}
                {numberText(count)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
