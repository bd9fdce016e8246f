import { useId } from 'react'
import { scaleBand, scaleLinear } from '@visx/scale'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useWidth } from './use-width'

export interface SpreadPart { name: string; count: number }
interface SpreadChartProps {
  label: string
  parts: readonly SpreadPart[]
  /** How many parts, from the first on, are as they should be: those behind are hatched, and a line stands between them. */
  upTo: number
  /** What the line means. */
  mark: string
}

const rowHeight = 26
/** Room for the names on the left and for the numbers on the right. */
const [names, numbers] = [124, 44]
const text = { fill: 'var(--soft)', fontSize: 12, fontFamily: 'inherit' }

/** How something is spread over a few steps, a bar each with its number. The table beside it says the same. */
export function SpreadChart({ label, parts, upTo, mark }: SpreadChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const hatch = useId()
  const height = parts.length * rowHeight
  const x = scaleLinear({ domain: [0, Math.max(1, ...parts.map(({ count }) => count))], range: [names, width - numbers] })
  const y = scaleBand({ domain: parts.map(({ name }) => name), range: [0, height], paddingInner: 0.35, paddingOuter: 0.2 })
  const edge = upTo * y.step() + y.step() * 0.1
  // Beside the shorter bar, whose number does not reach it.
  const below = (parts[upTo - 1]?.count ?? 0) > (parts[upTo]?.count ?? 0)
  return (
    <div ref={ref} className="max-w-2xl">
      <svg width={width} height={height} role="img" aria-label={label} className="block">
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse"><rect width={6} height={6} fill="var(--sunken)" /><path d="M0 6 6 0" stroke="var(--edge)" strokeWidth={1.5} /></pattern>
        </defs>
        <line x1={names} x2={names} y1={0} y2={height} stroke="var(--edge)" />
        {parts.map(({ name, count }, index) => {
          const [top, middle] = [y(name) ?? 0, (y(name) ?? 0) + y.bandwidth() / 2 + 4]
          return (
            <g key={name}>
              <title>{i18n.t('overview.spreadPart', [name, numberText(count)])}</title>
              <text {...text} x={names - 8} y={middle} textAnchor="end">{name}</text>
              {count > 0 && <rect x={names} y={top} width={x(count) - names} height={y.bandwidth()} fill={index < upTo ? 'var(--accent)' : `url(#${hatch})`} stroke={index < upTo ? 'none' : 'var(--edge)'} />}
              <text {...text} fill={count > 0 ? 'var(--ink)' : 'var(--faint)'} x={x(count) + 6} y={middle}>{numberText(count)}</text>
            </g>
          )
        })}
        <line x1={0} x2={width} y1={edge} y2={edge} stroke="var(--ink)" strokeDasharray="4 3" />
        <text {...text} fontSize={11} fill="var(--ink)" x={width} y={below ? edge + 11 : edge - 4} textAnchor="end">{mark}</text>
      </svg>
    </div>
  )
}
