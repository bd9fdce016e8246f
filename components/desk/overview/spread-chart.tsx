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

const height = 210
const margin = { top: 24, right: 8, bottom: 40, left: 36 }
const tick = { fill: 'var(--soft)', fontSize: 11, fontFamily: 'inherit' }

/** How something is spread over a few steps, as columns with their numbers on them. The table beside it says the same. */
export function SpreadChart({ label, parts, upTo, mark }: SpreadChartProps) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const hatch = useId()
  const x = scaleBand({ domain: parts.map(({ name }) => name), range: [margin.left, width - margin.right], paddingInner: 0.25, paddingOuter: 0.1 })
  const y = scaleLinear({ domain: [0, Math.max(1, ...parts.map(({ count }) => count))], range: [height - margin.bottom, margin.top], nice: true })
  const bottom = height - margin.bottom
  const edge = (x(parts[upTo]?.name ?? '') ?? 0) - (x.step() - x.bandwidth()) / 2
  return (
    <div ref={ref} className="max-w-3xl">
      <svg width={width} height={height} role="img" aria-label={label} className="block">
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse"><rect width={6} height={6} fill="var(--sunken)" /><path d="M0 6 6 0" stroke="var(--edge)" strokeWidth={1.5} /></pattern>
        </defs>
        {y.ticks(4).filter(Number.isInteger).map((count) => (
          <g key={count}>
            <line x1={margin.left} x2={width - margin.right} y1={y(count)} y2={y(count)} stroke="var(--line)" />
            <text {...tick} x={margin.left - 6} y={y(count) + 4} textAnchor="end">{numberText(count)}</text>
          </g>
        ))}
        {parts.map(({ name, count }, index) => {
          const left = x(name) ?? 0
          return (
            <g key={name}>
              <title>{i18n.t('overview.spreadPart', [name, numberText(count)])}</title>
              {count > 0 && <rect x={left} y={y(count)} width={x.bandwidth()} height={bottom - y(count)} fill={index < upTo ? 'var(--accent)' : `url(#${hatch})`} stroke={index < upTo ? 'none' : 'var(--edge)'} />}
              {count > 0 && <text {...tick} fill="var(--ink)" x={left + x.bandwidth() / 2} y={y(count) - 4} textAnchor="middle">{numberText(count)}</text>}
              {linesOf(name, x.step()).map((line, row) => <text key={line} {...tick} x={left + x.bandwidth() / 2} y={bottom + 14 + row * 12} textAnchor="middle">{line}</text>)}
            </g>
          )
        })}
        <line x1={margin.left} x2={width - margin.right} y1={bottom} y2={bottom} stroke="var(--edge)" />
        <line x1={edge} x2={edge} y1={14} y2={bottom} stroke="var(--ink)" strokeDasharray="4 3" />
        <text {...tick} fill="var(--ink)" x={edge} y={10} textAnchor="middle">{mark}</text>
      </svg>
    </div>
  )
}

/** A name in lines no wider than its column, as far as its words allow; at most three fit. */
function linesOf(name: string, width: number): string[] {
  const most = Math.max(6, Math.floor(width / 5.6))
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 3)
}
