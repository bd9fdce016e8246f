import { scaleBand, scaleLinear } from '@visx/scale'
import { verdictValue } from '@/lib/domain/ledger'
import type { SeriesPart } from '@/lib/domain/review/series'
import { startOfDay } from '@/lib/domain/days'
import { useNow } from '@/components/ui/now'
import { dayText, numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useWidth } from './use-width'
import { useVerdictFills } from './verdict-mark'

const height = 200
const margin = { top: 8, right: 4, bottom: 24, left: 36 }
const tick = { fill: 'var(--soft)', fontSize: 11, fontFamily: 'inherit' }

/** Verdicts over time, one column a day, week or month. The table beside it says the same in numbers. */
export function SeriesChart({ parts, onPick }: { parts: readonly SeriesPart[]; onPick: (part: SeriesPart) => void }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const { fillOf, definitions } = useVerdictFills()
  const nameOf = usePartName()
  const most = Math.max(1, ...parts.map(totalOf))
  const x = scaleBand({ domain: parts.map(({ from }) => from), range: [margin.left, width - margin.right], paddingInner: 0.2, paddingOuter: 0.1 })
  const y = scaleLinear({ domain: [0, most], range: [height - margin.bottom, margin.top], nice: true })
  const every = Math.ceil(parts.length / Math.max(2, Math.floor(width / 90)))
  return (
    <div ref={ref}>
      <svg width={width} height={height} role="img" aria-label={i18n.t('overview.seriesLabel', [String(parts.length)])} className="block">
        {definitions}
        {y.ticks(4).filter(Number.isInteger).map((count) => (
          <g key={count}>
            <line x1={margin.left} x2={width - margin.right} y1={y(count)} y2={y(count)} stroke="var(--line)" />
            <text {...tick} x={margin.left - 6} y={y(count) + 4} textAnchor="end">{numberText(count)}</text>
          </g>
        ))}
        {parts.map((part) => {
          let below = 0
          return (
            <g key={part.from} onClick={() => onPick(part)} className="cursor-pointer">
              <title>{`${nameOf(part)}: ${totalOf(part)}`}</title>
              <rect x={x(part.from)} y={margin.top} width={x.bandwidth()} height={height - margin.top - margin.bottom} fill="transparent" />
              {verdictValue.options.map((verdict) => {
                const count = part.counts[verdict]
                below += count
                return count > 0 && <rect key={verdict} x={x(part.from)} y={y(below)} width={x.bandwidth()} height={Math.max(0, y(below - count) - y(below) - 0.5)} fill={fillOf(verdict)} />
              })}
            </g>
          )
        })}
        <line x1={margin.left} x2={width - margin.right} y1={height - margin.bottom} y2={height - margin.bottom} stroke="var(--edge)" />
        {parts.filter((_, index) => index % every === 0).map(({ from }) => (
          <text key={from} {...tick} x={Math.min((x(from) ?? 0) + x.bandwidth() / 2, width - 40)} y={height - 6} textAnchor="middle">{nameOf({ from, last: from })}</text>
        ))}
      </svg>
    </div>
  )
}

export function totalOf({ counts }: SeriesPart): number {
  return counts.good + counts.not_yet + counts.wrong + counts.cant_tell
}

/** "3 March", or "3 March – 9 March". */
export function usePartName(): (part: Pick<SeriesPart, 'from' | 'last'>) => string {
  const now = useNow()
  const name = (day: string) => dayText(startOfDay(day) ?? now, now)
  return ({ from, last }) => (from === last ? name(from) : `${name(from)} – ${name(last)}`)
}
