/** One line of a chart: a value a size, in the order of the sizes; `undefined` or 0 where it was not measured or too short to be. */
export interface Series { name: string; values: readonly (number | undefined)[] }
export interface GrowthChart {
  title: string
  unit: string
  /** Sizes of the library, ascending. */
  sizes: readonly number[]
  series: readonly Series[]
  /** Values not to be passed at a size. */
  budgets?: readonly { size: number; value: number }[]
}

const [width, height] = [640, 300]
const frame = { left: 72, right: 190, top: 44, bottom: 40 }
const marks = [
  (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="4"/>`,
  (x: number, y: number) => `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>`,
  (x: number, y: number) => `<path d="M${x} ${y - 5}l5 9h-10z"/>`,
  (x: number, y: number) => `<path d="M${x} ${y - 5}l5 5-5 5-5-5z"/>`,
]
const labelHeight = 15

/** A chart as SVG: both axes logarithmic, so that growth in step with the library is a straight line; each line with its own mark and name. */
export function growthChart({ title, unit, sizes, series, budgets = [] }: GrowthChart): string {
  const values = [...series.flatMap((line) => line.values), ...budgets.map(({ value }) => value)].filter((value) => value !== undefined && value > 0) as number[]
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))]
  const [first, last] = [Math.log10(sizes[0] ?? 1), Math.log10(sizes.at(-1) ?? 10)]
  const x = (size: number) => round(frame.left + ((Math.log10(size) - first) / (last - first)) * (width - frame.left - frame.right))
  const y = (value: number) => round(height - frame.bottom - ((Math.log10(Math.max(value, 10 ** low)) - low) / Math.max(1, high - low)) * (height - frame.top - frame.bottom))
  const powers = Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step))
  const labels = spreadOut(series.map((line) => y(lastOf(line) ?? 0)))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(`${title}: ${series.map((line) => `${line.name} ${line.values.filter((value) => value !== undefined).join(', ')} ${unit}`).join('; ')}`)}">`,
    '<style>text{font:12px system-ui,sans-serif;fill:#1c2b2a}.t{font-weight:600;font-size:14px}.g{stroke:#d5dddc}.l{fill:none;stroke-width:2}.b{fill:none;stroke:#9a5b00;stroke-width:2}.c0{stroke:#0b6b61;fill:#0b6b61}.c1{stroke:#5b54a6;fill:#5b54a6}.c2{stroke:#a0430a;fill:#a0430a}.c3{stroke:#54606b;fill:#54606b}.l{fill:none}',
    '@media(prefers-color-scheme:dark){text{fill:#e6eeed}.g{stroke:#3a4544}.c0{stroke:#5ec9bb;fill:#5ec9bb}.c1{stroke:#b3adf0;fill:#b3adf0}.c2{stroke:#f0a070;fill:#f0a070}.c3{stroke:#a9b4bf;fill:#a9b4bf}.l{fill:none}}</style>',
    `<text class="t" x="${frame.left}" y="22">${escape(title)}</text>`,
    ...powers.map((power) => `<line class="g" x1="${frame.left}" x2="${width - frame.right}" y1="${y(power)}" y2="${y(power)}"/><text x="${frame.left - 8}" y="${y(power) + 4}" text-anchor="end">${power} ${escape(unit)}</text>`),
    ...sizes.map((size) => `<text x="${x(size)}" y="${height - 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`),
    `<text x="${(frame.left + width - frame.right) / 2}" y="${height - 2}" text-anchor="middle">assets</text>`,
    ...budgets.map(({ size, value }) => `<path class="b" d="M${x(size) - 10} ${y(value)}h20"/><text x="${x(size) + 10}" y="${y(value) - 6}" text-anchor="end">budget ${value}</text>`),
    ...series.map((line, index) => {
      const points = sizes.flatMap((size, at) => {
        const value = line.values[at]
        return value === undefined || value <= 0 ? [] : [[x(size), y(value)] as const]
      })
      const mark = marks[index % marks.length]
      return `<g class="c${index % 4}"><polyline class="l" points="${points.map((point) => point.join(',')).join(' ')}"/>${points.map(([px, py]) => mark?.(px, py)).join('')}</g>`
        + `<text x="${width - frame.right + 10}" y="${(labels[index] ?? 0) + 4}">${escape(line.name)} ${lastOf(line)}${lastAt(line) < sizes.length - 1 ? ` at ${sizes[lastAt(line)]?.toLocaleString('en')}` : ''}</text>`
    }),
    '</svg>',
  ].join('\n')
}

/** Moves labels apart that would stand on each other, keeping their order. */
function spreadOut(places: readonly number[]): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  for (let at = 1; at < order.length; at += 1) {
    const [above, own] = [order[at - 1], order[at]]
    if (above && own) own.place = Math.max(own.place, above.place + labelHeight)
  }
  const result: number[] = []
  for (const { place, index } of order) result[index] = place
  return result
}

function lastOf({ values }: Series): number | undefined {
  return values.findLast((value) => value !== undefined)
}

function lastAt({ values }: Series): number {
  return values.findLastIndex((value) => value !== undefined)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
