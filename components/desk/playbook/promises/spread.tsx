import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { SpreadChart } from '../../overview/spread-chart'

const names = ['quarter', 'half', 'whole', 'double', 'fourfold', 'longer', 'waiting'] as const
/** Up to the whole promise it was kept. */
const keptUntil = 3

/** How the times are spread, in parts of what was promised. */
export function SpreadOfTimes({ counts }: { counts: readonly number[] }) {
  return <SpreadChart label={i18n.t('playbook.spread')} parts={partsOf(counts)} upTo={keptUntil} mark={i18n.t('playbook.spreadPromise')} />
}

export function SpreadTable({ counts }: { counts: readonly number[] }) {
  return (
    <table className="w-full max-w-xl">
      <caption className="pb-1 text-start text-small text-soft">{i18n.t('playbook.spread')}</caption>
      <tbody>
        {partsOf(counts).map(({ name, count }) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1 pe-3 text-start font-normal">{name}</th>
            <td className="py-1 text-end tabular-nums">{numberText(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function partsOf(counts: readonly number[]) {
  return names.map((name, index) => ({ name: message(`playbook.spread_${name}`), count: counts[index] ?? 0 }))
}
